package org.konsil.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** Receipt and the conversation with the patient leave their time on the delivery. */
@Component
class DeliverySteps implements HumanStep {

    private final DeliveryRows deliveries;
    private final Clock clock;

    DeliverySteps(DeliveryRows deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("confirm-receipt", "inform-patient");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        mark(task.caseId(), task.formId().equals("confirm-receipt") ? Delivery::received : Delivery::informed);
        return Map.of();
    }

    void answered(CaseId caseId) {
        mark(caseId, Delivery::answered);
    }

    private void mark(CaseId caseId, BiConsumer<Delivery, java.time.Instant> step) {
        deliveries.findById(caseId.value()).ifPresent(delivery -> step.accept(delivery, clock.instant()));
    }
}
