package org.konsil.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks whether a PDF is more than paper: scripts, files within, forms that send, programs started. It does not follow the file's own
 * table of contents, which may lie, but looks at all of its bytes, and into everything packed that may hold objects.
 */
final class PdfScan {

    private static final Pattern ACTIVE =
            Pattern.compile("/(JavaScript|EmbeddedFile|Launch|RichMedia|XFA|SubmitForm|ImportData|Rendition|GoToE)");

    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt[\\s\\d<\\[(/]");
    /** Packings that nobody needs for objects, and that would hide them from this look. */
    private static final Pattern HIDDEN =
            Pattern.compile("/ObjStm[^>]{0,400}/(LZW|ASCII85|ASCIIHex|RunLength|Crypt)[A-Z]|"
                    + "/(LZW|ASCII85|ASCIIHex|RunLength|Crypt)[A-Z][^>]{0,400}/ObjStm");

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final int WINDOW = 1 << 16;
    private static final int OVERLAP = 64;

    private final byte[] pdf;
    private final long most;
    private long unpacked;

    private PdfScan(byte[] pdf, long most) {
        this.pdf = pdf;
        this.most = most;
    }

    /** @param most bytes that objects may unpack to @return the last part of the words' key {@code casefile.attachment.<why>} */
    static Optional<String> objection(byte[] pdf, long most) {
        return new PdfScan(pdf, most).look();
    }

    private Optional<String> look() {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(text).find()) {
            return Optional.of("locked");
        }
        if (isActive(text) || HIDDEN.matcher(text).find()) {
            return Optional.of("active");
        }
        var streams = STREAM.matcher(text);
        while (streams.find()) {
            if (holdsActive(streams.end())) {
                return Optional.of("active");
            }
            if (unpacked > most) {
                return Optional.of("bomb");
            }
        }
        return Optional.empty();
    }

    /** Objects begin with their numbers; pictures and fonts are not unpacked further than their first bytes. */
    private boolean holdsActive(int from) {
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            var window = new byte[WINDOW + OVERLAP];
            var kept = 0;
            for (var first = true; unpacked <= most; first = false) {
                var read = inflater.inflate(window, kept, WINDOW);
                if (read <= 0 || (first && !mayHoldObjects(window, read))) {
                    return false;
                }
                unpacked += read;
                var end = kept + read;
                if (isActive(new String(window, 0, end, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
                kept = Math.min(OVERLAP, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
            return false;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private static boolean mayHoldObjects(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            var one = bytes[at];
            if (one != 0 && one != ' ' && one != '\t' && one != '\r' && one != '\n' && one != '\f') {
                return (one >= '0' && one <= '9') || one == '%';
            }
        }
        return true;
    }

    private static boolean isActive(String text) {
        return ACTIVE.matcher(text).find()
                || (text.contains("#")
                        && ACTIVE.matcher(ESCAPED.matcher(text)
                                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                                String.valueOf((char) Integer.parseInt(found.group(1), 16)))))
                                .find());
    }
}
