package org.konsil.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.panel.thread.Attached;
import org.konsil.panel.thread.Mentions;
import org.konsil.panel.thread.MessageFiles;
import org.konsil.panel.thread.Questions;
import org.konsil.panel.thread.SideNote;
import org.konsil.panel.thread.SideNotes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The thread of a case in which the panel writes, answers and revises; each wording is sealed and kept. */
@Service
public class Discussion {

    /**
     * A message in its newest wording.
     *
     * @param version counts from 1
     * @param quote words of the message that it answers, as they stood then; empty for none
     * @param question what became of it as a question to the home clinician; null where it is none
     */
    public record Message(
            UUID id,
            @Nullable UUID replyTo,
            String author,
            Instant writtenAt,
            int version,
            String text,
            String quote,
            List<String> mentions,
            Questions.@Nullable State question,
            List<Attached> files,
            List<SideNote> sideNotes) {}

    /** One of the wordings that a message had. {@code version} counts from 1. */
    public record Wording(int version, Instant saidAt, String text) {}

    private final PanelRows panels;
    private final DiscussionRows rows;
    private final Members members;
    private final Mentions mentions;
    private final MessageFiles files;
    private final Questions questions;
    private final SideNotes sideNotes;
    private final Latecomers latecomers;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discussion(
            PanelRows panels,
            DiscussionRows rows,
            Members members,
            Mentions mentions,
            MessageFiles files,
            Questions questions,
            SideNotes sideNotes,
            Latecomers latecomers,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.members = members;
        this.mentions = mentions;
        this.files = files;
        this.questions = questions;
        this.sideNotes = sideNotes;
        this.latecomers = latecomers;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person may read what the panel writes now. */
    @Transactional(readOnly = true)
    public boolean isFor(CaseId caseId, Person person) {
        return access.may(person, caseId, Right.READ_OPINIONS)
                && panels.of(caseId).isPresent();
    }

    /** The messages of the panel that has the case now, oldest first. Access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public List<Message> of(CaseId caseId) {
        return rows.ofNewestPanel(caseId);
    }

    /** What all panels of the case wrote, oldest first: for the patient's copy. */
    @Transactional(readOnly = true)
    public List<Message> ofAllPanels(CaseId caseId) {
        return rows.ofAllPanels(caseId);
    }

    /** Every wording of a message, the first one first; empty if the case has no such message. Access and audit are the caller's. */
    @Transactional(readOnly = true)
    public List<Wording> wordings(CaseId caseId, UUID message) {
        return rows.wordings(caseId, message);
    }

    /** @throws NotThePanel if the person never worked on the panel. @throws TooLateToWrite if it is over, or they have left it */
    @Transactional
    public UUID write(CaseId caseId, String text, @Nullable UUID replyTo, Person by) {
        return write(caseId, NewMessage.of(text, replyTo), by);
    }

    /**
     * Writes a message with all that belongs to it. The same page sent twice is one message.
     *
     * @throws NotThePanel if the person never worked on the panel
     * @throws TooLateToWrite if it is over, or they have left it
     * @throws QuoteNotFound if the message that is answered never said so
     * @throws org.konsil.casefile.AttachmentRefused if a file is not taken; then nothing is written
     */
    @Transactional
    public UUID write(CaseId caseId, NewMessage said, Person by) {
        requireOpen(caseId, by);
        var id = Optional.ofNullable(said.id()).orElseGet(UUID::randomUUID);
        if (rows.lock(caseId, id).isPresent()) {
            return id;
        }
        var now = clock.instant();
        var answered = answered(caseId, said);
        rows.add(caseId, id, answered, answered == null ? "" : said.quote(), by.userId(), now);
        rows.say(caseId, id, 1, said.text(), now);
        said.files().forEach(file -> files.add(caseId, id, file.name(), file.content(), by.actor()));
        audit.record(Entry.done(by.actor(), "message-written", caseId).on("message:" + id));
        if (said.question()) {
            mark(caseId, id, by);
        }
        mention(caseId, id, said.mentions(), by);
        return id;
    }

    /** A new wording of one's own message; the older ones are kept. @throws NotThePanel for anybody else */
    @Transactional
    public void revise(CaseId caseId, UUID message, String text, Person by) {
        requireOpen(caseId, by);
        if (rows.lock(caseId, message)
                .filter(author -> author.equals(by.userId()))
                .isEmpty()) {
            throw new NotThePanel(caseId);
        }
        var last = rows.wordings(caseId, message).getLast();
        if (!last.text().equals(text)) {
            rows.say(caseId, message, last.version() + 1, text, clock.instant());
            audit.record(Entry.done(by.actor(), "message-revised", caseId).on("message:" + message));
        }
    }

    /** A translation that a member puts beside a message, of its newest wording. @throws NotThePanel if they may not write there */
    @Transactional
    public void translate(CaseId caseId, UUID message, UUID id, String language, String text, Person by) {
        requireOpen(caseId, by);
        requireMessage(caseId, message);
        var version = rows.wordings(caseId, message).getLast().version();
        sideNotes.add(caseId, message, new SideNote(id, version, language, by.userId(), clock.instant(), text));
        audit.record(Entry.done(by.actor(), "message-translated", caseId)
                .on("message:" + message)
                .with("language", language));
    }

    /** Marks a message as a question to the home clinician, or takes that back as long as it was not sent. @throws NotThePanel if they may not write there */
    @Transactional
    public void ask(CaseId caseId, UUID message, boolean isQuestion, Person by) {
        requireOpen(caseId, by);
        requireMessage(caseId, message);
        if (isQuestion) {
            mark(caseId, message, by);
        } else {
            questions.unmark(message);
            audit.record(Entry.done(by.actor(), "question-unmarked", caseId).on("message:" + message));
        }
    }

    private void mark(CaseId caseId, UUID message, Person by) {
        questions.mark(caseId, message, by.userId(), clock.instant());
        audit.record(Entry.done(by.actor(), "question-marked", caseId).on("message:" + message));
    }

    private void mention(CaseId caseId, UUID message, List<String> named, Person by) {
        var told =
                named.stream().distinct().filter(members.of(caseId)::contains).toList();
        if (!told.isEmpty()) {
            mentions.add(message, told);
            events.publishEvent(new MembersMentioned(caseId, message, told, by.userId()));
        }
    }

    /** A message of the panel that has the case now; what is quoted stands in one of its wordings. */
    private @Nullable UUID answered(CaseId caseId, NewMessage said) {
        var to = said.replyTo();
        if (to == null || of(caseId).stream().noneMatch(it -> it.id().equals(to))) {
            return null;
        }
        var words = plain(said.quote());
        if (rows.wordings(caseId, to).stream().noneMatch(it -> plain(it.text()).contains(words))) {
            throw new QuoteNotFound(caseId);
        }
        return to;
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Holds the panel, so that nothing is written to one that ends meanwhile, and the same page sent twice is seen. */
    private void requireOpen(CaseId caseId, Person by) {
        var open = panels.of(caseId)
                .map(panel -> panels.lock(panel.id()))
                .filter(panel -> !panel.isOver())
                .isPresent();
        if (!open || !access.may(by, caseId, Right.DISCUSS)) {
            throw latecomers.told(caseId, by, new NotThePanel(caseId));
        }
    }

    private void requireMessage(CaseId caseId, UUID message) {
        if (rows.lock(caseId, message).isEmpty()) {
            throw new NotThePanel(caseId);
        }
    }
}
