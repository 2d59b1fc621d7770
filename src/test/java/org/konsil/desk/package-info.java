@NullMarked
package org.konsil.desk;

import org.jspecify.annotations.NullMarked;
