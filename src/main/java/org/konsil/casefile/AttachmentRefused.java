package org.konsil.casefile;

import org.konsil.kernel.Refusal;

/** A file is too large, empty, or of a type that is not taken. */
public class AttachmentRefused extends Refusal {

    AttachmentRefused(String why) {
        super(Kind.INVALID, "attachment-refused", why, why);
    }
}
