package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            letter.pdf                  | letter.pdf
            Kirje äidille.PDF           | Kirje äidille.PDF
            ../../etc/passwd            | passwd.pdf
            C:\\fakepath\\scan.pdf      | scan.pdf
            invoice.exe                 | invoice.exe.pdf
            .htaccess                   | htaccess.pdf
            a"; filename="b.html        | a__ filename=_b.html.pdf
            'gnp\u202efdp.exe'          | gnpfdp.exe.pdf
            ''                          | file.pdf
            ..                          | file.pdf
            'a\r\nSet-Cookie: x=1.pdf'  | aSet-Cookie_ x=1.pdf
            """)
    void aNameIsOnlyTheNameOfSuchAFile(String given, String safe) {
        assertThat(FileNames.safe(given, "application/pdf")).isEqualTo(safe);
    }

    @Test
    void aNameWithoutEndHasOne() {
        assertThat(FileNames.safe("x".repeat(5_000) + ".png", "image/png")).hasSize(124);
        assertThat(FileNames.safe("😀".repeat(5_000), "image/png")).isEqualTo("😀".repeat(120) + ".png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\nrm -rf /",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "\ufeff<svg onload=alert(1)>",
                "{\\rtf1\\ansi dangerous}",
                "%!PS-Adobe-3.0",
                "MIME-Version: 1.0\nContent-Type: text/html\n\n<script>alert(1)</script>",
                "GIF89a\u0001"
            })
    void textThatSomeProgramRunsIsNoText(String content) {
        assertThat(MediaTypes.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void archivesAndOfficeFilesAreNotTaken() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        assertThat(MediaTypes.of(zipped.toByteArray())).isEmpty();
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        assertThat(MediaTypes.of(packed.toByteArray())).isEmpty();
    }

    @Test
    void aPlainLetterIsText() {
        assertThat(MediaTypes.of(
                        "Kære kollega,\n- 20 anfald om dagen; EEG 2025-01-02\n".getBytes(StandardCharsets.UTF_8)))
                .hasValue("text/plain");
        assertThat(MediaTypes.of("code;value\nHP:0001250;present\n".getBytes(StandardCharsets.UTF_8)))
                .hasValue("text/plain");
    }
}
