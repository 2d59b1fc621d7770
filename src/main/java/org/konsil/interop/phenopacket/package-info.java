/** Reads GA4GH Phenopackets v2 strictly: either a whole case comes out, or a refusal that points at what is wrong. */
@NamedInterface("phenopacket")
@NullMarked
package org.konsil.interop.phenopacket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
