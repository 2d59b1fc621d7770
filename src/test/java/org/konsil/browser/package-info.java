/** The pages in a real browser, as people work with them. Left out, with the reason, where no Chromium is installed. */
@NullMarked
package org.konsil.browser;

import org.jspecify.annotations.NullMarked;
