package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters to the patients. Reading them is the caller's to allow and to audit: they are for the home provider only. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class Letters {

    private final LetterRows rows;
    private final LetterTemplates templates;
    private final LetterFacts facts;
    private final LetterRights rights;
    private final LetterPaper paper;
    private final Outcomes outcomes;
    private final Audit audit;
    private final Clock clock;

    Letters(
            LetterRows rows,
            LetterTemplates templates,
            LetterFacts facts,
            LetterRights rights,
            LetterPaper paper,
            Outcomes outcomes,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.facts = facts;
        this.rights = rights;
        this.paper = paper;
        this.outcomes = outcomes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every version, the newest first. */
    @Transactional(readOnly = true)
    public List<Letter> of(CaseId caseId) {
        return rows.of(caseId);
    }

    /** The one that was released last. */
    @Transactional(readOnly = true)
    public Optional<Letter> released(CaseId caseId) {
        return rows.of(caseId).stream().filter(Letter::isReleased).findFirst();
    }

    /** The words of a letter, as they are read. */
    @Transactional(readOnly = true)
    public String words(Letter letter) {
        return rows.text(letter).plain();
    }

    /** As it was released; a draft as it would be printed. */
    @Transactional(readOnly = true)
    public byte[] pdf(Letter letter) {
        return rows.pdf(letter).orElseGet(() -> paper.print(letter, rows.text(letter)));
    }

    /** Writes the next version; a draft before it is replaced. @throws LetterRefused if it may not be written like this */
    Letter write(CaseId caseId, JsonNode answers, Actor by) {
        rights.require(caseId, by);
        var addressee = Addressee.of(answers.path("addressee").asText());
        rights.requireSigned(caseId, addressee);
        var language = answers.path("language").asText();
        var template = templates
                .in(language)
                .orElseThrow(() -> LetterRefused.noTemplate(caseId, rights.said("letters.no-template", language)));
        var outcome = signed(caseId);
        var number = rows.of(caseId).size() + 1;
        rows.replaceDrafts(caseId);
        var letter = new Letter(
                UUID.randomUUID(),
                caseId,
                number,
                Letter.State.DRAFT,
                language,
                template.version(),
                outcome.version(),
                addressee,
                answers.path("interpreter").asText().equals("yes"),
                by.userId(),
                clock.instant(),
                null,
                null);
        rows.add(letter, Composer.compose(template, facts.of(caseId, outcome, number, by), answers));
        audit.record(entry("letter-written", letter, by));
        return letter;
    }

    /** Releases the draft, as it is. @throws LetterRefused if the patient died, the advice changed, or it is not theirs to do */
    Letter release(CaseId caseId, Actor by) {
        rights.require(caseId, by);
        var letter = draft(caseId).orElseThrow(() -> LetterRefused.nothingWritten(caseId));
        rights.requireSigned(caseId, letter.addressee());
        if (signed(caseId).version() != letter.outcomeVersion()) {
            throw LetterRefused.adviceChanged(caseId);
        }
        var released = letter.released(by.userId(), clock.instant());
        if (!rows.release(released, paper.print(released, rows.text(letter)))) {
            throw LetterRefused.nothingWritten(caseId);
        }
        audit.record(entry("letter-released", released, by));
        return released;
    }

    /** The draft that waits to be released. */
    Optional<Letter> draft(CaseId caseId) {
        return rows.of(caseId).stream().findFirst().filter(letter -> letter.state() == Letter.State.DRAFT);
    }

    /** The advice that a letter may tell of: signed, and not superseded. */
    private Outcome signed(CaseId caseId) {
        return outcomes.of(caseId)
                .filter(outcome -> outcome.state() == Outcome.State.SIGNED)
                .orElseThrow(() -> LetterRefused.adviceChanged(caseId));
    }

    private static Entry entry(String action, Letter letter, Actor by) {
        return Entry.done(by, action, letter.caseId())
                .on("letter:" + letter.id())
                .with("number", letter.number());
    }
}
