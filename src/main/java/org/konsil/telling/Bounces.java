package org.konsil.telling;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads, where a mailbox is named, what other servers tell of mail that they had taken and could not deliver (RFC 3464). Which mail it was, is
 * said by its own header, which comes back with it.
 */
@Component
@EnableConfigurationProperties(Bounces.Mailbox.class)
class Bounces {

    static final String HEADER = "X-Konsil-Mail";

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final int LARGEST = 200_000;
    private static final Pattern OURS =
            Pattern.compile("(?im)^" + HEADER + ":\\s*([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*failed");

    /**
     * Where mail that comes back arrives: the mailbox of {@code konsil.telling.from}.
     *
     * @param host empty: none is read
     * @param protocol imap or imaps
     */
    @ConfigurationProperties("konsil.telling.bounces")
    record Mailbox(
            @DefaultValue("") String host,
            @DefaultValue("993") int port,
            @DefaultValue("imaps") String protocol,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {}

    private final Mailbox mailbox;
    private final MailTroubles troubles;

    Bounces(Mailbox mailbox, MailTroubles troubles) {
        this.mailbox = mailbox;
        this.troubles = troubles;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void look() {
        if (!mailbox.host().isEmpty()) {
            try {
                read();
            } catch (MessagingException | IOException e) {
                LOG.warn(
                        "The mailbox for mail that comes back cannot be read ({})",
                        e.getClass().getSimpleName());
            }
        }
    }

    /** Each message once: it is marked as seen when it was understood, or is none of ours. */
    void read() throws MessagingException, IOException {
        var properties = new Properties();
        var own = "mail." + mailbox.protocol();
        properties.put(own + ".connectiontimeout", "10000");
        properties.put(own + ".timeout", "20000");
        try (var store = Session.getInstance(properties).getStore(mailbox.protocol())) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                for (var message : inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    note(message);
                    message.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private void note(Message message) throws MessagingException, IOException {
        if (message.getSize() > LARGEST || !message.isMimeType("multipart/report")) {
            return;
        }
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        var text = raw.toString(StandardCharsets.ISO_8859_1);
        mail(text).filter(id -> ACTION.matcher(text).find()).ifPresent(id -> {
            var status = STATUS.matcher(text);
            troubles.cameBack(id, status.find() ? "came-back " + status.group(1) : "came-back");
        });
    }

    private static Optional<UUID> mail(String text) {
        var ours = OURS.matcher(text);
        return ours.find() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }
}
