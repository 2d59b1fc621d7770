package org.konsil.desk.imports;

import org.konsil.kernel.Refusal;

/** What was sent cannot be imported as a whole; nothing of it was. */
public final class UploadRefused extends Refusal {

    private UploadRefused(String code, String message, Object... arguments) {
        super(Kind.INVALID, code, message, arguments);
    }

    static UploadRefused nothing() {
        return new UploadRefused("import-nothing", "No file was sent");
    }

    static UploadRefused broken(String name) {
        return new UploadRefused("import-broken", "The file " + name + " cannot be read", name);
    }

    static UploadRefused tooMuch(int files, long megabytes) {
        return new UploadRefused("import-too-much", "More than " + files + " files", files, megabytes);
    }
}
