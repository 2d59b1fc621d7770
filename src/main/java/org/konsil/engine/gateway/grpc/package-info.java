/** Camunda's gRPC API in front of the engine. */
@NullMarked
package org.konsil.engine.gateway.grpc;

import org.jspecify.annotations.NullMarked;
