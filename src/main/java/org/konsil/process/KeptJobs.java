package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as a table: the answer is written in the transaction of the work, and its key refuses a second one at the same time. */
@Service
class KeptJobs implements JobLedger {

    private final JdbcClient jdbc;
    private final ObjectProvider<CaseHold> cases;
    private final ObjectMapper json;
    private final Clock clock;

    KeptJobs(JdbcClient jdbc, ObjectProvider<CaseHold> cases, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        // a record may say more about itself than it keeps
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(CaseId caseId, JobId job, Class<T> answer, Supplier<T> work) {
        var known = jdbc.sql("SELECT answer FROM job_done WHERE case_id = :case AND job_key = :job")
                .param("case", caseId.value())
                .param("job", job.key())
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return read(known.get(), answer);
        }
        cases.ifAvailable(it ->
                it.hold(caseId)); // before anything of it, as people's acts do: neither waits for the other in a ring
        var fresh = work.get();
        jdbc.sql("INSERT INTO job_done (case_id, job_key, answer, done_at) VALUES (:case, :job, :answer, :now)")
                .param("case", caseId.value())
                .param("job", job.key())
                .param("answer", write(fresh))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return fresh;
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept answer is no " + type.getSimpleName() + " any more", e);
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The answer cannot be kept: " + answer.getClass().getSimpleName(), e);
        }
    }
}
