/** The Orchestration Cluster API of Camunda 8.8 over HTTP, in front of the engine and its store. */
@NullMarked
package org.konsil.engine.gateway.rest;

import org.jspecify.annotations.NullMarked;
