package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.domestic.DomesticReviews;
import org.konsil.domestic.Recognition;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Checks whether the state recognises the domestic expertise centre. */
@Component
public class CheckRecognitionWorker {

    private final DomesticReviews reviews;

    CheckRecognitionWorker(DomesticReviews reviews) {
        this.reviews = reviews;
    }

    @JobWorker(type = "check-recognition")
    public Recognition check(@Variable String caseId, @JobKey long job) {
        return reviews.checkRecognition(CaseId.of(caseId), JobId.of(job));
    }
}
