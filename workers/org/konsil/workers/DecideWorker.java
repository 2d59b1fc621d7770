package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.decisions.CaseRules;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Takes the decision that the task's header {@code decision} names, and answers it in the variable of the header {@code result}. */
@Component
public class DecideWorker {

    private final CaseRules rules;

    DecideWorker(CaseRules rules) {
        this.rules = rules;
    }

    @JobWorker(type = "decide")
    public Map<String, @Nullable Object> decide(
            @Variable String caseId, @JobKey long job, @CustomHeaders Map<String, String> headers) {
        var decision = String.valueOf(headers.get("decision"));
        var decided = rules.decide(CaseId.of(caseId), JobId.of(job), decision);
        return Collections.singletonMap(String.valueOf(headers.get("result")), decided.value());
    }
}
