/** What both gateways share: who may call, and the activation of jobs. */
@NullMarked
package org.konsil.engine.gateway;

import org.jspecify.annotations.NullMarked;
