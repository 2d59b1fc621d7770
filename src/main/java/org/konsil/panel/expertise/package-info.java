/** What experts can be asked about: kept by themselves, or by the coordinator of their network. */
@NullMarked
package org.konsil.panel.expertise;

import org.jspecify.annotations.NullMarked;
