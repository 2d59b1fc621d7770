package org.konsil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Signatures;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class HistoryTests {

    private static final Actor LEAD = Actor.of("lead.epicare");

    @Autowired
    Audit audit;

    @Autowired
    AuditChain chain;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Vault vault;

    @Autowired
    Signatures signatures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc site;

    @Autowired
    PlatformTransactionManager transactions;

    private void record(Entry... entries) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var entry : entries) {
                audit.record(entry);
            }
        });
    }

    private void chainAll() {
        while (!sequencer.isIdle()) {
            sequencer.chain();
        }
    }

    @Test
    void entriesComeBackInTheirOrderWithAllThatTheySaid() {
        var caseId = CaseId.next();
        var entry = Entry.done(LEAD, "opinion-signed", caseId)
                .on("task:42")
                .at("sign-outcome")
                .because("agreed")
                .with("answer", "yes")
                .onBehalfOf("coordinator.epicare")
                .inVersion(3)
                .changed("draft", "signed");
        record(Entry.done(LEAD, "first", caseId), entry);
        chainAll();

        var history = audit.history(caseId);
        assertThat(history).extracting(it -> it.entry().action()).containsExactly("first", "opinion-signed");
        assertThat(history.get(1).entry()).isEqualTo(entry);
        assertThat(history).allMatch(it -> it.hash() != null);
    }

    @Test
    void anEntryFallsWithItsTransactionButARefusalStays() {
        var caseId = CaseId.next();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record(Entry.done(LEAD, "undone", caseId));
            audit.recordApart(Entry.refused(LEAD, "signing", caseId, "not-yet-final"));
            status.setRollbackOnly();
        });

        assertThat(audit.history(caseId)).extracting(it -> it.entry().action()).containsExactly("signing");
        assertThatThrownBy(() -> audit.record(Entry.done(LEAD, "outside", caseId)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteAnEntry() {
        record(Entry.done(LEAD, "kept", CaseId.next()));
        chainAll();

        for (var table : new String[] {"audit_event", "audit_chain"}) {
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update()).hasMessageContaining("append-only");
        }
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE audit_event SET actor = 'nobody'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void anEntryThatWasChangedBehindTheDatabasesBackIsFound() {
        record(Entry.done(LEAD, "signed", CaseId.next()), Entry.done(LEAD, "sent", CaseId.next()));
        chainAll();
        assertThat(chain.verify().intact()).isTrue();
        var victim = jdbc.sql("SELECT MAX(id) FROM audit_event WHERE action = 'signed'")
                .query(Long.class)
                .single();
        jdbc.sql("DROP TRIGGER audit_event_append_only").update();
        try {
            jdbc.sql("UPDATE audit_event SET actor = 'somebody' WHERE id = ?")
                    .param(victim)
                    .update();

            var found = chain.verify();

            assertThat(found.intact()).isFalse();
            assertThat(jdbc.sql("SELECT event_id FROM audit_chain WHERE seq = ?")
                            .param(found.brokenAt())
                            .query(Long.class)
                            .single())
                    .isEqualTo(victim);
        } finally {
            jdbc.sql("UPDATE audit_event SET actor = 'lead.epicare' WHERE id = ?")
                    .param(victim)
                    .update();
            jdbc.sql("CREATE TRIGGER audit_event_append_only BEFORE UPDATE, DELETE ON audit_event FOR EACH ROW CALL"
                            + " 'org.konsil.audit.AppendOnly'")
                    .update();
        }
        assertThat(chain.verify().intact()).isTrue();
    }

    @Test
    void theChainHoldsWhileItIsLengthened() throws Exception {
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                for (var batch = 0; batch < 60; batch++) {
                    var entries = new Entry[1 + batch % 50];
                    Arrays.setAll(entries, number -> Entry.done(LEAD, "case-read", CaseId.next()));
                    record(entries);
                    chainAll();
                }
            });
            do {
                assertThat(chain.verify().problem()).isNull();
            } while (!writing.isDone());
            writing.get();
        }
    }

    @Test
    void sealedContentStandsBesideItsEntryAndTheChainHoldsItsHash() {
        var caseId = CaseId.next();
        var sealed = vault.seal(caseId, Controller.NETWORK, "audit_event.sealed", "age 4, ORPHA:1934");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> audit.record(Entry.done(Actor.SYSTEM, "decided", caseId), sealed));

        var seq = audit.history(caseId).getFirst().seq();
        assertThat(vault.open(
                        caseId,
                        Controller.NETWORK,
                        "audit_event.sealed",
                        audit.sealed(seq).orElseThrow()))
                .isEqualTo("age 4, ORPHA:1934");
        assertThat(jdbc.sql("SELECT sealed_hash FROM audit_event WHERE id = ?")
                        .param(seq)
                        .query(String.class)
                        .single())
                .isEqualTo(Link.sha256(sealed));
    }

    @Test
    void anAuditorVerifiesAndOthersMayNot() throws Exception {
        record(Entry.done(LEAD, "seen", CaseId.next()));
        chainAll();
        site.perform(get("/api/v1/audit/verification").with(httpBasic("auditor", "konsil-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true));
        site.perform(get("/api/v1/audit/verification").with(httpBasic("admin", "konsil-demo")))
                .andExpect(status().isForbidden());
    }

    @Test
    void anExportCanBeCheckedWithoutTheDatabase() throws Exception {
        var caseId = CaseId.next();
        record(
                Entry.done(LEAD, "signed", caseId),
                Entry.done(LEAD, "sent", caseId).because("=1+1"));
        chainAll();

        var answer = site.perform(
                        get("/api/v1/audit/export?format=jsonl,csv,xes").with(httpBasic("auditor", "konsil-demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var files = unzip(answer);

        var manifest = files.apply("manifest.json").getBytes(StandardCharsets.UTF_8);
        assertThat(signatures.verify(manifest, Base64.getDecoder().decode(files.apply("manifest.json.sig"))))
                .isTrue();
        var json = new ObjectMapper();
        for (var file : json.readTree(manifest).path("files")) {
            assertThat(Link.sha256(files.apply(file.path("name").asText()).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(file.path("sha256").asText());
        }
        var previous = AuditChain.GENESIS;
        for (var line : files.apply("audit.jsonl").lines().toList()) {
            var entry = json.readTree(line).path("entry");
            assertThat(entry.path("previousHash").asText()).isEqualTo(previous);
            previous = Link.sha256(new JsonCanonicalizer(entry.toString()).getEncodedUTF8());
            assertThat(json.readTree(line).path("hash").asText()).isEqualTo(previous);
        }
        assertThat(files.apply("audit.csv")).contains(",'=1+1,");
        assertThat(files.apply("audit.xes")).contains("<string key=\"concept:name\" value=\"" + caseId + "\"/>");
        site.perform(get("/api/v1/audit/export?format=pdf").with(httpBasic("auditor", "konsil-demo")))
                .andExpect(status().isUnprocessableEntity());
    }

    private static Function<String, String> unzip(byte[] content) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return name -> Objects.requireNonNull(files.get(name), name);
    }
}
