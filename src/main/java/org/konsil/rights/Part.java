package org.konsil.rights;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;

/**
 * One controller's part of a request.
 *
 * @param id also names the process instance that asks for the answer
 * @param handler the group that answers: {@code dpo:hus}, {@code coordinator:epicare}
 * @param copiedAt when the copy was last taken out, for requests for access
 * @param ground code of the ground of a refusal, an extension or an erasure
 */
record Part(
        UUID id,
        UUID requestId,
        CaseId caseId,
        Kind kind,
        Controller controller,
        String handler,
        State state,
        Instant dueAt,
        boolean extended,
        @Nullable Instant copiedAt,
        @Nullable String ground,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** Where it stands. */
    enum State {
        OPEN,
        /** Granted; the service is about to do it. */
        GRANTED,
        FULFILLED,
        REFUSED
    }

    boolean isOpen() {
        return state == State.OPEN || state == State.GRANTED;
    }

    /** The copy was erased because of it, or is about to be. */
    boolean isErasing() {
        return kind.erases() && (state == State.GRANTED || state == State.FULFILLED);
    }

    /** For pages: {@code open}, {@code fulfilled}. */
    public String stateCode() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public String kindCode() {
        return kind.code();
    }

    public String controllerCode() {
        return controller.name().toLowerCase(Locale.ROOT);
    }
}
