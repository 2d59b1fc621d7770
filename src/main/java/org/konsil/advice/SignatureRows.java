package org.konsil.advice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked to sign, and what they said; a dissent is sealed for the home provider, whose advice it is part of. */
@Repository
class SignatureRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    SignatureRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void ask(UUID outcome, List<String> signers) {
        for (var signer : signers) {
            jdbc.sql("INSERT INTO advice_signature (outcome_id, signer, state) VALUES (?, ?, 'ASKED')")
                    .params(outcome, signer)
                    .update();
        }
    }

    /** Whether the signer was still asked. */
    boolean sign(UUID outcome, CaseId caseId, String signer, Signature.State state, String dissent, Instant at) {
        return jdbc.sql("UPDATE advice_signature SET state = ?, dissent = ?, signed_at = ?"
                                + " WHERE outcome_id = ? AND signer = ? AND state = 'ASKED'")
                        .params(
                                state.name(),
                                vault.seal(caseId, Controller.HOME, place(outcome, signer), dissent),
                                at.atOffset(ZoneOffset.UTC),
                                outcome,
                                signer)
                        .update()
                == 1;
    }

    int closeOpen(UUID outcome) {
        return jdbc.sql("UPDATE advice_signature SET state = 'MISSING' WHERE outcome_id = ? AND state = 'ASKED'")
                .param(outcome)
                .update();
    }

    List<Signature> of(UUID outcome, CaseId caseId) {
        return jdbc.sql("SELECT * FROM advice_signature WHERE outcome_id = ? ORDER BY signer")
                .param(outcome)
                .query((row, number) -> {
                    var dissent = row.getBytes("dissent");
                    var at = row.getObject("signed_at", OffsetDateTime.class);
                    return new Signature(
                            row.getString("signer"),
                            Signature.State.valueOf(row.getString("state")),
                            dissent == null
                                    ? ""
                                    : vault.open(
                                            caseId, Controller.HOME, place(outcome, row.getString("signer")), dissent),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    /** Nobody's words can be put into another's mouth. */
    private static String place(UUID outcome, String signer) {
        return "advice_signature.dissent:" + outcome + ":" + signer;
    }
}
