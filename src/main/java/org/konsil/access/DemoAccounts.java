package org.konsil.access;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the demonstration's accounts, all with the one known password; therefore only where nobody else can reach them. */
@Component
@Profile("demo")
class DemoAccounts {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String password;
    private final TransactionTemplate transaction;

    DemoAccounts(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            Clock clock,
            PlatformTransactionManager transactions,
            ServerProperties server,
            @Value("${konsil.access.demo-password}") String password) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.password = password;
        this.transaction = new TransactionTemplate(transactions);
        refuseOtherThanLoopback(server.getAddress());
    }

    @PostConstruct
    void create() {
        try {
            transaction.executeWithoutResult(status -> fill());
        } catch (DuplicateKeyException e) {
            // another node that starts at the same moment was faster
            transaction.executeWithoutResult(status -> fill());
        }
    }

    private void fill() {
        var rows = rows();
        var hash = hash(rows.getFirst().get("user"));
        var present = new HashSet<>(
                jdbc.sql("SELECT user_id FROM account").query(String.class).list());
        rows.forEach(row -> {
            if (present.contains(row.get("user"))) {
                jdbc.sql(
                                "UPDATE account SET password_hash = ? WHERE user_id = ? AND (password_hash IS NULL OR password_hash <> ?)")
                        .params(hash, row.get("user"), hash)
                        .update();
            } else {
                insert(row, hash);
            }
        });
    }

    /** One hash for all: three hundred slow hashes would cost half a minute at each first start. */
    private String hash(String someone) {
        return jdbc.sql("SELECT password_hash FROM account WHERE user_id = ?")
                .param(someone)
                .query(String.class)
                .optional()
                .filter(present -> encoder.matches(password, present))
                .orElseGet(() -> encoder.encode(password));
    }

    private void insert(CSVRecord row, String hash) {
        jdbc.sql("INSERT INTO account (user_id, display_name, password_hash, country, provider, active, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, TRUE, ?)")
                .param(1, row.get("user"))
                .param(2, row.get("name"))
                .param(3, hash)
                .param(4, row.get("country"))
                .param(5, row.get("provider"))
                .param(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        for (var group : row.get("groups").split(" ", -1)) {
            jdbc.sql("INSERT INTO account_group VALUES (?, ?)")
                    .params(row.get("user"), group)
                    .update();
        }
    }

    private static List<CSVRecord> rows() {
        var file = new ClassPathResource("access/demo-accounts.csv");
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new IllegalStateException("The demonstration's accounts cannot be read", e);
        }
    }

    private static void refuseOtherThanLoopback(@Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new DemoOutsideLoopback(address);
        }
    }
}
