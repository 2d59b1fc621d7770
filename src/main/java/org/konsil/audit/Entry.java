package org.konsil.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * What is to be remembered: who did what to which object, with which outcome. Details hold ids, codes and choices only;
 * personal content never stands here.
 *
 * @param action kebab-case verb phrase with a message {@code history.<action>}: {@code case-registered}, {@code task-completed}
 * @param object what it was done to, for example {@code task:2251799813685300}
 * @param element BPMN element id, where the act belongs to one
 */
public record Entry(
        Actor actor,
        String action,
        @Nullable CaseId caseId,
        @Nullable String object,
        @Nullable String element,
        Outcome outcome,
        @Nullable String reason,
        Map<String, String> details) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public static Entry done(Actor actor, String action, CaseId caseId) {
        return new Entry(actor, action, caseId, null, null, Outcome.DONE, null, Map.of());
    }

    public static Entry refused(Actor actor, String action, @Nullable CaseId caseId, String reason) {
        return new Entry(actor, action, caseId, null, null, Outcome.REFUSED, reason, Map.of());
    }

    public Entry on(String object) {
        return new Entry(actor, action, caseId, object, element, outcome, reason, details);
    }

    public Entry at(String element) {
        return new Entry(actor, action, caseId, object, element, outcome, reason, details);
    }

    public Entry because(String reason) {
        return new Entry(actor, action, caseId, object, element, outcome, reason, details);
    }

    public Entry with(String name, Object value) {
        var more = new TreeMap<>(details);
        more.put(name, String.valueOf(value));
        return new Entry(actor, action, caseId, object, element, outcome, reason, Map.copyOf(more));
    }

    /** Whose right the actor used, where it was not the actor's own. */
    public Entry onBehalfOf(String userId) {
        return with(ON_BEHALF_OF, userId);
    }

    /** The version of the process or rule that applied. */
    public Entry inVersion(Object version) {
        return with(VERSION, version);
    }

    /** A value that changed; codes only. */
    public Entry changed(@Nullable Object old, Object now) {
        return (old == null ? this : with(OLD, old)).with(NEW, now);
    }

    /** Details under these names have columns of their own in the history. */
    static final String ON_BEHALF_OF = "onBehalfOf";

    static final String VERSION = "version";
    static final String OLD = "old";
    static final String NEW = "new";
}
