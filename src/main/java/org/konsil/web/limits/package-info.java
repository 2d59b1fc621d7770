/** How often one person or one address may try to sign in, search and send files. */
@NullMarked
package org.konsil.web.limits;

import org.jspecify.annotations.NullMarked;
