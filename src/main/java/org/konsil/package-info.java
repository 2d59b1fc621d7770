/** Konsil: rare-disease referrals to European Reference Networks, orchestrated on Camunda 8. */
@NullMarked
package org.konsil;

import org.jspecify.annotations.NullMarked;
