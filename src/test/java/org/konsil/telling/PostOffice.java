package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server of our own on free ports, with one mailbox for what comes back. */
final class PostOffice {

    private static final String OURS = "konsil@example.org";
    private static final String PASSWORD = "secret";

    private final GreenMail server = new GreenMail(
            new ServerSetup[] {setup("smtp").dynamicPort(), setup("imap").dynamicPort()});

    /** Opens it, and has the program send its mail here; when, is said by the test. */
    void open(DynamicPropertyRegistry registry) {
        server.start();
        server.setUser(OURS, OURS, PASSWORD);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", this::port);
        registry.add("konsil.telling.from", () -> OURS);
        registry.add("konsil.telling.address", () -> "https://konsil.example.org");
        registry.add("konsil.telling.every", () -> "PT24H");
        registry.add("konsil.telling.bounces.host", () -> "127.0.0.1");
        registry.add("konsil.telling.bounces.port", () -> server.getImap().getPort());
        registry.add("konsil.telling.bounces.protocol", () -> "imap");
        registry.add("konsil.telling.bounces.username", () -> OURS);
        registry.add("konsil.telling.bounces.password", () -> PASSWORD);
        registry.add("konsil.access.mail-domain", () -> "example.org");
    }

    void close() {
        server.stop();
    }

    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    MimeMessage only() {
        assertThat(received()).hasSize(1);
        return received().getFirst();
    }

    List<MimeMessage> to(String person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + person + "@"))
                .toList();
    }

    /** Another server reports that a mail could not be delivered (RFC 3464). */
    void returns(String id) throws Exception {
        var report = """
            From: postmaster@example.org
            To: konsil@example.org
            Subject: Undeliverable
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            Nobody has this address.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; coordinator.epicare@example.org
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Subject: Konsil: one piece of news
            X-Konsil-Mail: %s
            --b--
            """.formatted(id).replace("\n", "\r\n");
        server.getUserManager()
                .getUser(OURS)
                .deliver(new MimeMessage(null, new ByteArrayInputStream(report.getBytes(StandardCharsets.US_ASCII))));
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }
}
