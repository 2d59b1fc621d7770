package org.konsil.interop.phenopacket;

import java.util.List;
import org.konsil.kernel.Refusal;

/** The text is no Phenopacket v2; each field names by JSON pointer (RFC 6901) what is wrong and why. */
public class MalformedPhenopacket extends Refusal {

    MalformedPhenopacket(List<Field> fields) {
        super(Kind.INVALID, "interop-malformed-phenopacket", message(fields), fields, fields.size());
    }

    private static String message(List<Field> fields) {
        var first = fields.getFirst();
        return "Not a Phenopacket v2: at '" + first.pointer() + "': " + first.reason();
    }
}
