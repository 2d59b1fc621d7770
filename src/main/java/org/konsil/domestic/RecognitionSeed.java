package org.konsil.domestic;

import jakarta.annotation.PostConstruct;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In the demonstration, the Dutch centre is recognised by its ministry, those of the other countries with a pack since the second call of
 * the networks; elsewhere an administrator records who is.
 */
@Component
class RecognitionSeed {

    private static final List<String> MEMBERS = List.of("fi", "no", "se", "dk", "de");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean demo;

    RecognitionSeed(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${konsil.directory.demo:#{environment.matchesProfiles('demo')}}") boolean demo) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.demo = demo;
    }

    @PostConstruct
    void sow() {
        if (demo) {
            transaction.executeWithoutResult(status -> {
                recognise("centre-nl", LocalDate.of(2025, 1, 1), LocalDate.of(2029, 12, 31));
                for (var country : MEMBERS) {
                    recognise("centre-" + country, LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31));
                }
            });
        }
    }

    private void recognise(String provider, LocalDate from, LocalDate until) {
        var known = jdbc.sql("SELECT COUNT(*) FROM domestic_recognition WHERE provider_id = ?")
                .param(provider)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("INSERT INTO domestic_recognition VALUES (?, ?, ?)")
                    .params(provider, from, until)
                    .update();
        }
    }
}
