package org.konsil.advice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Recorded;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Tells whether a file is the document that was signed. What it is compared with stands in the chained history: the file's SHA-256, sealed
 * there, so that it does not outlive an erasure.
 */
@Component
class DocumentCheck {

    /** @param version of the outcome, with the moment of its signing; null if the file is no document of the case */
    record Verdict(
            boolean genuine,
            @Nullable Integer version,
            @Nullable Instant signedAt) {

        static final Verdict NO = new Verdict(false, null, null);
    }

    private static final String PLACE = "audit_event.sealed";
    private static final String SIGNED = "outcome-signed";

    private final Audit audit;
    private final Vault vault;

    DocumentCheck(Audit audit, Vault vault) {
        this.audit = audit;
        this.vault = vault;
    }

    /** For the history's entry of the signing. */
    byte[] seal(CaseId caseId, byte[] pdf) {
        return vault.seal(caseId, Controller.HOME, PLACE, sha256(pdf));
    }

    Verdict of(CaseId caseId, byte[] file) {
        var hash = sha256(file);
        return audit.history(caseId).stream()
                .filter(entry -> entry.entry().action().equals(SIGNED))
                .filter(entry -> kept(caseId, entry).filter(hash::equals).isPresent())
                .findFirst()
                .map(entry -> new Verdict(true, number(entry), entry.at()))
                .orElse(Verdict.NO);
    }

    private Optional<String> kept(CaseId caseId, Recorded entry) {
        try {
            return audit.sealed(entry.seq()).map(kept -> vault.open(caseId, Controller.HOME, PLACE, kept));
        } catch (ContentErased e) {
            return Optional.empty();
        }
    }

    private static int number(Recorded entry) {
        return Integer.parseInt(entry.entry().details().getOrDefault("number", "1"));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
