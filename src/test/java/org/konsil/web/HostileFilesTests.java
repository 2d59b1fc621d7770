package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files sent through pages to fill the memory, the disk or another reader's browser. */
@ProgramTest
class HostileFilesTests {

    private static final Map<String, String> WISHES = Map.of("urgency", "routine", "question", "diagnosis");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Browser clinician;

    @BeforeEach
    void signIn() {
        clinician = Browser.signedIn(port, Caller.CLINICIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"packet.json", "picture.bin"})
    void anArchiveThatGrowsWithoutEndIsRefused(String entry) throws IOException {
        var before = Stored.now(jdbc);
        var answer = send("bomb.zip", zip(entry, 500_000_000));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("That is more than");
        before.isStillAll(jdbc);
    }

    @Test
    void aFileThatIsNoArchiveAndNoPacketIsToldSo() throws IOException {
        var before = Stored.now(jdbc);
        assertThat(send("broken.zip", "PK\u0003\u0004 and nothing".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("empty.json", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(send("nothing.zip", zip("readme.txt", 10)).statusCode()).isEqualTo(422);
        var run = send("../../etc/<script>x</script>.json", "no packet".getBytes(StandardCharsets.UTF_8));
        assertThat(run.statusCode()).isEqualTo(200);
        Awaitility.await()
                .until(() -> clinician.open(run.uri().toString()).body(), page -> page.contains("This is no JSON"));
        assertThat(clinician.open(run.uri().toString()).body()).doesNotContain("<script>x");
        before.isStillAll(jdbc);
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedInWords() {
        var answer = send("large.json", new byte[62_000_000]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\u0000 a program",
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "PK\u0003\u0004 an archive",
                ""
            })
    void aFileOfADangerousTypeIsNotKept(String content) {
        var caseId = new Caller(port)
                .post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers())
                .is(201)
                .json()
                .path("caseId")
                .asText();
        var before = Stored.now(jdbc);
        var answer = clinician.upload(
                "/cases/" + caseId,
                "/cases/" + caseId + "/files",
                "file",
                "letter.pdf",
                content.getBytes(StandardCharsets.ISO_8859_1),
                Map.of("looked", "true"));
        assertThat(answer.statusCode()).isEqualTo(422);
        before.isStillAll(jdbc);
    }

    private java.net.http.HttpResponse<String> send(String name, byte[] content) {
        return clinician.upload("/cases/import", "/cases/import", "files", name, content, WISHES);
    }

    private static byte[] zip(String entry, int zeros) throws IOException {
        var packed = new ByteArrayOutputStream();
        var block = new byte[1_000_000];
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }
}
