/** What speaks for asking an expert, and when a panel's quorum can be expected: plain arithmetic on what is known of experts. */
@NullMarked
package org.konsil.panel.proposal;

import org.jspecify.annotations.NullMarked;
