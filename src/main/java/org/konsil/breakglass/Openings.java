package org.konsil.breakglass;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Grants.Standing;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases with a reason, ends that again, and shows it to those who were told. */
@Service
class Openings {

    /** Shorter says nothing. */
    private static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 2000;

    private final OpeningRows rows;
    private final Witnesses witnesses;
    private final Access access;
    private final Grants grants;
    private final Audit audit;
    private final BreakGlassSettings settings;
    private final MessageSource words;
    private final Clock clock;

    Openings(
            OpeningRows rows,
            Witnesses witnesses,
            Access access,
            Grants grants,
            Audit audit,
            BreakGlassSettings settings,
            MessageSource words,
            Clock clock) {
        this.rows = rows;
        this.witnesses = witnesses;
        this.access = access;
        this.grants = grants;
        this.audit = audit;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Opens the case to the person for that long, and tells the others in the same transaction.
     *
     * @throws OpeningRefused without a reason, for too long, twice, or where no second person could be told
     */
    @Transactional
    public Opening open(CaseId caseId, String reason, Duration asked, Person by) {
        access.require(by, caseId, Right.BREAK_GLASS);
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw OpeningRefused.withoutReason(
                    words.getMessage("breakglass.reason.needed", null, LocaleContextHolder.getLocale()));
        }
        if (asked.isNegative() || asked.isZero() || asked.compareTo(settings.longest()) > 0) {
            throw OpeningRefused.tooLong(settings.longest());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (rows.lasting(by.userId(), now).stream().anyMatch(it -> it.caseId().equals(caseId))) {
            throw OpeningRefused.isOpen();
        }
        var told = witnesses.of(caseId, by);
        var opening = new Opening(UUID.randomUUID(), caseId, by.userId(), reason.strip(), now, now.plus(asked), null);
        rows.add(opening, told);
        grants.withReason(caseId, by.userId(), opening.until());
        audit.record(
                Entry.done(by.actor(), "case-opened-with-reason", caseId)
                        .on("opening:" + opening.id())
                        .with("until", opening.until())
                        .with("told", String.join(" ", told)),
                rows.forHistory(opening));
        return opening;
    }

    Duration usual() {
        return settings.usual();
    }

    /** Before its time: by who opened it, or by whoever watches over it. Twice is once. */
    @Transactional
    public void end(UUID id, Person by) {
        var opening = rows.find(id)
                .filter(it -> it.by().equals(by.userId()) || watches(by, it))
                .orElseThrow(() -> OpeningRefused.unknown(id));
        if (opening.lastsAt(now())) {
            rows.end(id, by.userId(), now());
            grants.revoke(opening.caseId(), new Standing(opening.by(), As.REASON));
            audit.record(Entry.done(by.actor(), "case-opening-ended", opening.caseId())
                    .on("opening:" + id));
        }
    }

    /** The person has seen it: the notice goes. */
    @Transactional
    public void looked(UUID id, Person by) {
        var opening = rows.find(id).filter(it -> watches(by, it)).orElseThrow(() -> OpeningRefused.unknown(id));
        if (rows.looked(id, by.userId(), now()) > 0) {
            audit.record(Entry.done(by.actor(), "case-opening-looked-at", opening.caseId())
                    .on("opening:" + id));
        }
    }

    /** The newest first: auditors see all, data protection officers those of their provider's cases. */
    @Transactional(readOnly = true)
    public List<Opening> shownTo(Person person) {
        return person.holds("auditor") ? rows.all() : rows.ofHome(dpoGroups(person));
    }

    private boolean watches(Person person, Opening opening) {
        return person.holds("auditor")
                || grants.held(opening.caseId()).stream()
                        .anyMatch(held ->
                                held.as() == As.HOME && dpoGroups(person).contains(held.holder()));
    }

    /** Never empty, so that it can be asked for in the database. */
    private static List<String> dpoGroups(Person person) {
        var held = person.groups().stream()
                .filter(group -> group.role().equals("dpo"))
                .map(Object::toString)
                .toList();
        return held.isEmpty() ? List.of("") : held;
    }

    private Instant now() {
        return clock.instant();
    }
}
