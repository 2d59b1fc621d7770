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

/** Receipt, answer and the conversation with the patient leave their time on the delivery. */
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
        return Set.of("confirm-receipt");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        mark(task.caseId(), (delivery, at) -> delivery.received(at, by));
        return Map.of();
    }

    void answered(CaseId caseId) {
        mark(caseId, Delivery::answered);
    }

    void informed(CaseId caseId) {
        mark(caseId, Delivery::informed);
    }

    private void mark(CaseId caseId, BiConsumer<Delivery, java.time.Instant> step) {
        deliveries.findById(caseId.value()).ifPresent(delivery -> step.accept(delivery, clock.instant()));
    }
}
