/** Referrals driven from the outside, through HTTP only, as the people who work them would. */
@NullMarked
package org.konsil.journey;

import org.jspecify.annotations.NullMarked;
