/** Home, the list of cases, the page of a case and the pages behind its buttons. */
@NullMarked
package org.konsil.desk.pages;

import org.jspecify.annotations.NullMarked;
