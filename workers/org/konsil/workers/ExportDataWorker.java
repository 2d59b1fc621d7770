package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.registry.RegistryExports;
import org.springframework.stereotype.Component;

/** Hands data of a closed case over, if the patient agrees to it at this moment. */
@Component
public class ExportDataWorker {

    private final RegistryExports exports;

    ExportDataWorker(RegistryExports exports) {
        this.exports = exports;
    }

    @JobWorker(type = "export-data")
    public void export(@Variable String caseId, @CustomHeaders Map<String, String> headers, @JobKey long job) {
        exports.export(
                CaseId.of(caseId),
                JobId.of(job),
                headers.getOrDefault("purpose", "registry"),
                headers.getOrDefault("birth", "day"));
    }
}
