package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.konsil.domestic.Asked;
import org.konsil.domestic.Asks;
import org.konsil.domestic.DomesticReviews;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Asks the domestic centre or contact point for its opinion. */
@Component
public class AskDomesticWorker {

    private final DomesticReviews reviews;

    AskDomesticWorker(DomesticReviews reviews) {
        this.reviews = reviews;
    }

    @JobWorker(type = "ask-domestic")
    public Asked ask(@Variable String caseId, @CustomHeaders Map<String, String> headers, @JobKey long job) {
        return reviews.ask(CaseId.of(caseId), JobId.of(job), Asks.of(headers.getOrDefault("asks", "centre")));
    }
}
