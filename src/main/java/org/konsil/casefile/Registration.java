package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;

/** Takes new cases in: checked, stored, granted to their home and handed to the process in one transaction. */
public interface Registration {

    /**
     * A registered case.
     *
     * @param again the same request or the same content had been registered before; this is that case
     */
    record Registered(CaseId caseId, boolean again) {}

    /** What form {@code register-case} needs to be shown and read: the person's providers and countries. */
    ObjectNode choices(Person by);

    /**
     * Registers a case from the answers to form {@code register-case}.
     *
     * @param idempotencyKey repeated with the same answers it gives the same case
     * @throws org.konsil.forms.AnswersRefused if the form's rules are broken
     * @throws RegistrationRefused if the answers do not fit the world, field by field
     * @throws KeyReused if the key came with other answers before
     */
    CaseId register(JsonNode answers, Person by, @Nullable String idempotencyKey);

    /**
     * As {@link #register}, for content that other systems send and may send again.
     *
     * @param content identifies the content as sent, for example its hash; kept only as a keyed fingerprint
     */
    Registered registerContent(JsonNode answers, Person by, @Nullable String idempotencyKey, String content);

    /** The case of this provider that was registered from the same content; empty if there is none. */
    Optional<CaseId> alreadyRegistered(String provider, String content);
}
