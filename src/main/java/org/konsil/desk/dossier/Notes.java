package org.konsil.desk.dossier;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.access.Restrictions;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.vault.Controller;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that are pinned to a case, for those who stand on the same side of it: the home provider's clinicians, or the network with its panel.
 * Neither side sees the other's.
 */
@Service("pinnedNotes")
public class Notes {

    static final int LONGEST = 2000;
    static final int MOST = 30;

    private static final Set<Grants.As> OF_NETWORK = EnumSet.of(Grants.As.NETWORK, Grants.As.LEAD, Grants.As.PANEL);

    private final NoteRows rows;
    private final Access access;
    private final Grants grants;
    private final Restrictions restrictions;
    private final Audit audit;
    private final MessageSource words;

    Notes(NoteRows rows, Access access, Grants grants, Restrictions restrictions, Audit audit, MessageSource words) {
        this.rows = rows;
        this.access = access;
        this.grants = grants;
        this.restrictions = restrictions;
        this.audit = audit;
        this.words = words;
    }

    /** On which sides of the case the person stands; empty for everybody who only looks on. */
    public Set<Controller> sides(Person person, CaseId caseId) {
        var sides = EnumSet.noneOf(Controller.class);
        if (!access.may(person, caseId, Right.READ_CLINICAL)) {
            return sides;
        }
        var names = access.holderNames(person);
        for (var held : grants.held(caseId)) {
            if (names.contains(held.holder())) {
                if (held.as() == Grants.As.HOME && held.holder().startsWith("clinician:")) {
                    sides.add(Controller.HOME);
                } else if (OF_NETWORK.contains(held.as())) {
                    sides.add(Controller.NETWORK);
                }
            }
        }
        if (!access.may(person, caseId, Right.READ_PANEL) || restrictions.isRestricted(caseId)) {
            sides.remove(Controller.NETWORK);
        }
        return sides;
    }

    /** What is pinned for this reader, oldest first. */
    @Transactional(readOnly = true)
    public List<Note> pinned(CaseId caseId, Person reader) {
        return sides(reader, caseId).stream()
                .flatMap(side -> rows.of(caseId, side).stream())
                .filter(note -> note.unpinnedAt() == null)
                .toList();
    }

    /** Everything that one side has ever noted, what was taken off too: for the patient's copy. */
    @Transactional(readOnly = true)
    public List<Note> all(CaseId caseId, Controller side) {
        return rows.of(caseId, side);
    }

    /**
     * Pins a note for one's own side; the same by the same author twice is once. Who stands on both sides writes for the home provider.
     *
     * @throws NoteRefused if the person stands on no side (403), it is empty or longer than 2000 characters (422), or there are thirty (409)
     */
    @Transactional
    public UUID pin(CaseId caseId, String text, Person author) {
        var sides = sides(author, caseId);
        if (sides.isEmpty()) {
            throw NoteRefused.notASide(caseId);
        }
        var side = sides.contains(Controller.HOME) ? Controller.HOME : Controller.NETWORK;
        var said = text.replace("\r\n", "\n").strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw NoteRefused.length(
                    words.getMessage("desk.notes.length", new Object[] {LONGEST}, LocaleContextHolder.getLocale()),
                    LONGEST);
        }
        rows.lock(caseId);
        var pinned = rows.of(caseId, side).stream()
                .filter(note -> note.unpinnedAt() == null)
                .toList();
        var same = pinned.stream()
                .filter(note -> note.text().equals(said) && note.by().equals(author.userId()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        if (pinned.size() >= MOST) {
            throw NoteRefused.tooMany(MOST);
        }
        var id = rows.add(caseId, side, said, author.userId());
        audit.record(entry("note-pinned", caseId, id, author, side));
        return id;
    }

    /** Takes a note off, whoever of the side wrote it. Twice is once; it stays in the record. */
    @Transactional
    public void unpin(CaseId caseId, UUID id, Person by) {
        var side = rows.side(caseId, id)
                .filter(it -> sides(by, caseId).contains(it))
                .orElseThrow(NoteRefused::unknown);
        if (rows.unpin(id, by.userId())) {
            audit.record(entry("note-unpinned", caseId, id, by, side));
        }
    }

    private static Entry entry(String action, CaseId caseId, UUID id, Person by, Controller side) {
        return Entry.done(by.actor(), action, caseId).on("note:" + id).with("controller", side.name());
    }
}
