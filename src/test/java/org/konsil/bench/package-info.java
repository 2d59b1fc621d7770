/** What the product costs: never a test, run by {@code mvn -Pbench verify}. */
@NullMarked
package org.konsil.bench;

import org.jspecify.annotations.NullMarked;
