package org.konsil.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** Something that is new for one person. */
record NewsItem(
        long id,
        String person,
        Kind kind,
        CaseId caseId,
        @Nullable Long taskKey,
        String about,
        Instant at,
        @Nullable Instant readAt) {

    /** What sessions of boards are told about, with their number behind it. */
    static final String SESSION = "session:";

    /** What mentions are told about, with the message's id behind it. */
    static final String MESSAGE = "message:";

    /** Where to look: the task where there is one to do, the session, the message, what was told, else the case. */
    String address() {
        if (kind == Kind.SESSION && about.startsWith(SESSION)) {
            return "/boards/sessions/" + about.substring(SESSION.length());
        }
        if (kind == Kind.MENTION && about.startsWith(MESSAGE)) {
            return "/cases/" + caseId + "/panel#message-" + about.substring(MESSAGE.length());
        }
        if (kind == Kind.INTERIM) {
            return "/cases/" + caseId + "#told";
        }
        return taskKey != null ? "/tasks/" + taskKey : "/cases/" + caseId;
    }
}
