package org.konsil.letters;

import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Pending;
import org.konsil.consent.Consents;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Group;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who may write to whom: the home clinician, to a living patient or to those who signed for them. */
@Component
class LetterRights {

    private final Access access;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Consents consents;
    private final MessageSource words;

    LetterRights(Access access, CaseFiles cases, CaseRounds rounds, Consents consents, MessageSource words) {
        this.access = access;
        this.cases = cases;
        this.rounds = rounds;
        this.consents = consents;
        this.words = words;
    }

    /** @throws LetterRefused unless this is a clinician of the case's home provider, and the patient is not known to be dead */
    void require(CaseId caseId, Actor by) {
        var about = cases.summary(caseId);
        var clinicians = new Group("clinician", about.provider());
        if (access.person(by.userId()).filter(it -> it.isIn(clinicians)).isEmpty()) {
            throw LetterRefused.notTheClinician(caseId);
        }
        if (isKnownDead(caseId)
                || rounds.pending(caseId).filter(it -> it == Pending.DECEASED).isPresent()) {
            throw LetterRefused.patientDied(caseId);
        }
    }

    /** By the end of the case or by its papers. */
    boolean isKnownDead(CaseId caseId) {
        return cases.summary(caseId).closingReason() == ClosingReason.DECEASED || papersSayDied(caseId);
    }

    /** Why there is no letter to a patient who has died. */
    String whyNotToTheDead() {
        return said("letters.patient-died");
    }

    /** Papers may be wrong: what whoever was asked has said counts more. */
    private boolean papersSayDied(CaseId caseId) {
        return cases.latest(caseId, "confirm-death")
                .map(said -> !said.answers().path("answer").asText().equals("alive"))
                .orElseGet(() ->
                        cases.clinical(caseId).path("vitalStatus").asText().equals("deceased"));
    }

    /** The letter goes to those who signed the last consent that was given before it goes, and to nobody else. */
    void requireSigned(CaseId caseId, Addressee addressee) {
        if (consents.lastSignatories(caseId).stream()
                .noneMatch(one -> one.relation().equals(addressee.code()))) {
            throw LetterRefused.notForThem(caseId, said("letters.not-signed", addressee));
        }
    }

    /** Who is likely to read it: those who signed for the patient, else the patient. */
    Addressee likely(CaseId caseId) {
        var signed = consents.lastSignatories(caseId);
        for (var addressee : new Addressee[] {Addressee.GUARDIAN, Addressee.REPRESENTATIVE}) {
            if (signed.stream().anyMatch(one -> one.relation().equals(addressee.code()))) {
                return addressee;
            }
        }
        return Addressee.PATIENT;
    }

    String said(String key, Object... arguments) {
        return words.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String said(String key, Addressee addressee) {
        return said(key, said("letters.addressee." + addressee.code()));
    }
}
