package org.konsil.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** Finds the type of a file from its bytes; names and promises do not count, and what is not on this list is not taken. */
final class MediaTypes {

    private static final int DICOM_PREAMBLE = 128;

    private static final Tika TIKA = new Tika();

    /** Text that some program runs or shows as a page. */
    private static final Set<String> NOT_ONLY_TEXT = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/xml",
            "image/svg+xml",
            "application/javascript",
            "text/javascript",
            "application/x-sh",
            "application/x-bat",
            "text/x-php",
            "application/rtf",
            "application/postscript",
            "message/rfc822",
            "multipart/related",
            "application/x-mswrite");

    private MediaTypes() {}

    static Optional<String> of(byte[] content) {
        if (starts(content, 0, "%PDF-")) {
            return Optional.of("application/pdf");
        }
        if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (starts(content, DICOM_PREAMBLE, "DICM")) {
            return Optional.of("application/dicom");
        }
        return isText(content) ? Optional.of("text/plain") : Optional.empty();
    }

    private static boolean starts(byte[] content, int at, String mark) {
        var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + bytes.length
                && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** Valid UTF-8 without control characters; and no mark-up or script, which a program might take for its own. */
    private static boolean isText(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return !text.toString().replace("\ufeff", "").stripLeading().startsWith("<")
                    && !text.toString().startsWith("#!")
                    && !NOT_ONLY_TEXT.contains(TIKA.detect(content))
                    && text.chars().noneMatch(character -> character < ' ' && "\t\n\r\f".indexOf(character) < 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
