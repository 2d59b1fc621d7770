package org.konsil.terminology;

import org.konsil.kernel.Refusal;

/** The text is no code of a terminology. */
public class MalformedCode extends Refusal {

    MalformedCode(String text) {
        super(
                Kind.INVALID,
                "terminology-malformed-code",
                "'" + shortened(text) + "' is no code such as ORPHA:558, OMIM:154700, HP:0001250 or MONDO:0007947",
                shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
