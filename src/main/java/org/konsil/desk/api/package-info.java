/** The HTTP API of the cases. */
@NullMarked
package org.konsil.desk.api;

import org.jspecify.annotations.NullMarked;
