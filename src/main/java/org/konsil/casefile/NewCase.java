package org.konsil.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Urgency;

/**
 * A case that is about to be stored.
 *
 * @param contentKey keyed fingerprint by which the same content is recognised again
 */
record NewCase(
        CaseId caseId,
        Country country,
        String provider,
        Urgency urgency,
        Actor by,
        ObjectNode identity,
        ObjectNode clinical,
        @Nullable String contentKey) {}
