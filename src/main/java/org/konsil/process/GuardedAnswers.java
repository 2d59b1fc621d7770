package org.konsil.process;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.bean.MethodInfo;
import io.camunda.client.jobhandling.result.ResultProcessor;
import io.camunda.client.jobhandling.result.ResultProcessorContext;
import io.camunda.client.jobhandling.result.ResultProcessorStrategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what every worker answers against the variable contract before it leaves the house. */
@Component
class GuardedAnswers implements ResultProcessorStrategy {

    static final String DECIDE = "decide";
    static final String DECISION = "decision";

    private final VariableGuard guard;
    private final CaseProcesses cases;

    GuardedAnswers(VariableGuard guard, CaseProcesses cases) {
        this.guard = guard;
        this.cases = cases;
    }

    @Override
    public ResultProcessor createProcessor(MethodInfo method) {
        return new ResultProcessor() {
            @Override
            public @Nullable Object process(ResultProcessorContext context) {
                cases.seen(context.getJob());
                return checked(context.getResult(), context.getJob());
            }
        };
    }

    private @Nullable Object checked(@Nullable Object result, ActivatedJob job) {
        if (result == null) {
            return null;
        }
        var answer = guard.answer(job.getBpmnProcessId(), writer(job), result);
        return answer.isEmpty() ? Map.of() : answer;
    }

    private static String writer(ActivatedJob job) {
        var decision = job.getCustomHeaders().get(DECISION);
        return DECIDE.equals(job.getType()) && decision != null ? "rule:" + decision : "worker:" + job.getType();
    }
}
