package org.konsil.desk.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells what happened to a case in plain words, oldest first. */
@Component
public class History {

    private static final String RULE = "decision:";

    private final Audit audit;
    private final Access access;
    private final MessageSource messages;

    History(Audit audit, Access access, MessageSource messages) {
        this.audit = audit;
        this.access = access;
        this.messages = messages;
    }

    public List<HistoryLine> of(CaseId caseId, Locale reader) {
        var names = new HashMap<String, String>();
        var lines = new ArrayList<HistoryLine>();
        for (var recorded : audit.history(caseId)) {
            lines.add(line(recorded, names, reader));
        }
        return lines;
    }

    private HistoryLine line(Recorded recorded, Map<String, String> names, Locale reader) {
        var entry = recorded.entry();
        var who = names.computeIfAbsent(entry.actor().userId(), id -> name(entry.actor(), reader));
        return new HistoryLine(
                recorded, who, sentence(entry, reader), about(entry, reader), because(entry.reason(), reader));
    }

    /** In the words that the pages of the patient's rights have for it, if they have any. */
    private @Nullable String because(@Nullable String reason, Locale reader) {
        return reason == null
                ? null
                : messages.getMessage("rights.ground." + reason, null, Plain.words(reason), reader);
    }

    private String sentence(Entry entry, Locale reader) {
        var told = messages.getMessage("history." + entry.action(), null, Plain.words(entry.action()), reader);
        return told == null ? "" : told.replaceFirst("\\.$", "");
    }

    private @Nullable String about(Entry entry, Locale reader) {
        var parts = new ArrayList<String>();
        if (entry.element() != null) {
            parts.add(Plain.words(entry.element()));
        }
        if (entry.object() != null && entry.object().startsWith(RULE)) {
            parts.add(Plain.words(entry.object().substring(RULE.length())));
        }
        var details = entry.details();
        if (details.containsKey("new")) {
            var old = details.get("old");
            var now = Plain.words(String.valueOf(details.get("new")));
            parts.add(
                    old == null
                            ? now
                            : messages.getMessage(
                                    "desk.history.changed", new Object[] {Plain.words(old), now}, reader));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private String name(Actor actor, Locale reader) {
        return actor.isSystem()
                ? messages.getMessage("desk.history.service", null, reader)
                : access.person(actor.userId()).map(Person::displayName).orElse(actor.userId());
    }
}
