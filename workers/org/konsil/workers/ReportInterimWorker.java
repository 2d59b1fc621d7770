package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Tells the home clinician what the network is doing, in the words of the drawing. */
@Component
public class ReportInterimWorker {

    private final InterimReports reports;

    ReportInterimWorker(InterimReports reports) {
        this.reports = reports;
    }

    @JobWorker(type = "report-interim")
    public void report(@Variable String caseId, @CustomHeaders Map<String, String> headers, @JobKey long job) {
        reports.report(
                CaseId.of(caseId),
                JobId.of(job),
                headers.getOrDefault("report", "step"),
                headers.getOrDefault("words", ""));
    }
}
