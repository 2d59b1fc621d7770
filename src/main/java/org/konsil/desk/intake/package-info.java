/** Takes new cases in: from the form, from JSON, from a GA4GH Phenopacket, or from many of them at once. */
@NullMarked
package org.konsil.desk.intake;

import org.jspecify.annotations.NullMarked;
