package org.konsil.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Who may not know the day of birth may know the age: {@code ageYears}, counted at the time of reading, whole months. */
@Component
class Ages {

    private final Clock clock;

    Ages(Clock clock) {
        this.clock = clock;
    }

    ObjectNode instead(ObjectNode clinical, ObjectNode identity) {
        var born = identity.path("dateOfBirth").asText("");
        if (!born.isBlank()) {
            var months = ChronoUnit.MONTHS.between(LocalDate.parse(born), LocalDate.now(clock));
            clinical.put("ageYears", Math.round(months / 12.0 * 100) / 100.0);
        }
        return clinical;
    }
}
