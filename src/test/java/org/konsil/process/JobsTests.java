package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.TestEngine;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Refusal;
import org.konsil.workers.WorkItemWorker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = JobsTests.World.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.flyway.locations=classpath:db/migration",
            "management.simple.metrics.export.enabled=true",
            "spring.datasource.url=jdbc:h2:mem:jobs;DB_CLOSE_DELAY=-1",
            "spring.jackson.default-property-inclusion=non_null"
        })
@DirtiesContext
class JobsTests {

    @ImportAutoConfiguration({
        CamundaAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class
    })
    @Import({
        EngineLink.class,
        Deployer.class,
        VariableGuard.class,
        GuardedAnswers.class,
        JobFailures.class,
        KeptJobs.class,
        CaseProcesses.class,
        HumanTasks.class,
        TaskAdoption.class,
        TaskVariables.class,
        TaskReconciliation.class,
        ProcessView.class,
        DecisionEntries.class,
        DecisionWatch.class,
        Kept.class,
        WorkItemWorker.class,
        Board.class,
        Finding.class
    })
    static class World {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ProcessFiles files() throws IOException {
            var folder = Consult.folder();
            Files.writeString(folder.resolve("search.bpmn"), search());
            Files.writeString(folder.resolve("search.variables.yaml"), """
                    process: search
                    variables:
                      - {name: caseId, type: id, writtenBy: [start]}
                      - {name: experts, type: list-of-user, writtenBy: ["worker:find"]}
                    """);
            Files.writeString(folder.resolve("rated.bpmn"), rated());
            Files.copy(Path.of("src/test/resources/rules/goals.dmn"), folder.resolve("goals.dmn"));
            Files.writeString(folder.resolve("broken.bpmn"), "<bpmn:definitions>");
            return ProcessFiles.read(folder, Consult.forms());
        }

        private static String rated() {
            return Bpmn.convertToString(Bpmn.createExecutableProcess("rated")
                    .startEvent()
                    .businessRuleTask(
                            "rate",
                            task -> task.zeebeCalledDecisionId("clocks")
                                    .zeebeResultVariable("rated")
                                    .zeebeInputExpression("\"assess\"", "step")
                                    .zeebeInputExpression("\"routine\"", "urgency"))
                    .serviceTask("find", task -> task.zeebeJobType("find"))
                    .endEvent()
                    .done());
        }

        private static String search() {
            var find = Bpmn.createExecutableProcess("search")
                    .startEvent()
                    .serviceTask("find", task -> task.zeebeJobType("find").zeebeJobRetries("3"));
            find.boundaryEvent("none-left").error("no-experts").endEvent("gave-up");
            return Bpmn.convertToString(
                    find.moveToActivity("find").endEvent("found").done());
        }
    }

    record Found(List<String> experts) {}

    static final class Refused extends Refusal {
        Refused(String code) {
            super(Kind.CONFLICT, code, "Onni has nobody");
        }
    }

    /** A worker that does what it is told. */
    public static class Finding {

        volatile String mood = "find";
        final List<Long> jobs = new CopyOnWriteArrayList<>();

        @JobWorker(type = "find")
        public Found find(@Variable String caseId, @JobKey long job) {
            jobs.add(job);
            return switch (mood) {
                case "gossip" -> new Found(List.of("Onni, six years, seizures"));
                case "refuse" -> throw new Refused("no-experts");
                case "refuse-otherwise" -> throw new Refused("not-in-the-model");
                case "break" -> throw new IllegalStateException("Onni Virtanen has seizures");
                default -> new Found(List.of("expert1.epicare"));
            };
        }
    }

    static class Board implements TaskBoard {

        final Map<Long, WaitingTask> waiting = new ConcurrentHashMap<>();
        final Set<Long> canceled = ConcurrentHashMap.newKeySet();
        final Set<Long> completed = ConcurrentHashMap.newKeySet();
        final List<WaitingTask> changed = new CopyOnWriteArrayList<>();

        @Override
        public void waiting(WaitingTask task) {
            waiting.put(task.task().key(), task);
        }

        @Override
        public void changed(WaitingTask task) {
            changed.add(task);
        }

        @Override
        public void canceled(long taskKey) {
            canceled.add(taskKey);
        }

        @Override
        public void completed(long taskKey) {
            completed.add(taskKey);
        }

        @Override
        public Set<Long> known(Collection<Long> taskKeys) {
            return taskKeys.stream().filter(waiting::containsKey).collect(Collectors.toSet());
        }

        @Override
        public List<Long> openSince(Instant before) {
            return List.copyOf(waiting.keySet());
        }
    }

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) {
        registry.add("camunda.client.rest-address", () -> TestEngine.shared().restAddress());
        registry.add("camunda.client.grpc-address", () -> TestEngine.shared().grpcAddress());
    }

    @Autowired
    CamundaClient client;

    @Autowired
    EngineLink link;

    @Autowired
    Board board;

    @Autowired
    Finding finding;

    @Autowired
    TaskReconciliation reconciliation;

    @Autowired
    ProcessView view;

    @Autowired
    JobLedger ledger;

    @Autowired
    DecisionWatch decisions;

    @Autowired
    Kept audit;

    @Autowired
    PlatformTransactionManager manager;

    static final Map<String, String> FIRST =
            Map.of("search", "find", "rated", "rate", "consult", "ask", "by-hand", "ask");

    final CaseId caseId = CaseId.next();

    @BeforeEach
    void ready() {
        await().until(link::isReady);
        finding.mood = "find";
        finding.jobs.clear();
    }

    @Test
    void aTaskReportsItselfWithFormNameAndGroups() {
        start("consult");

        var task = await().until(this::waiting, found -> !found.isEmpty()).getFirst();

        assertThat(task.name()).isEqualTo("Ask the expert");
        assertThat(task.task().formId()).isEqualTo("ask");
        assertThat(task.task().elementId()).isEqualTo("ask");
        assertThat(task.candidateGroups()).containsExactly("expert:epicare");
        assertThat(task.assignee()).isNull();
        assertThat(task.formKey()).isNotNull();
        var key = task.task().key();
        await().ignoreExceptions().until(() -> {
            client.newAssignUserTaskCommand(key)
                    .assignee("expert1.epicare")
                    .send()
                    .join();
            return true;
        });
        await().until(() -> board.changed.stream().anyMatch(it -> "expert1.epicare".equals(it.assignee())));
        client.newPublishMessageCommand()
                .messageName("taken-back")
                .correlationKey(caseId.toString())
                .send()
                .join();
        await().until(() -> board.canceled.contains(key));
    }

    @Test
    void whereACaseStandsIsSeenInItsProcesses() {
        start("consult");
        await().until(this::waiting, found -> !found.isEmpty());

        var process = await().until(
                        () -> view.of(caseId),
                        found -> !found.isEmpty()
                                && found.getFirst().activeElements().contains("ask"))
                .getFirst();

        assertThat(process.processId()).isEqualTo("consult");
        assertThat(view.drawing(process.definitionKey()).orElseThrow()).contains("work-item");
    }

    @Test
    void aTaskOfAProcessDeployedWithAModelerIsFoundToo() {
        var plain = Consult.bpmn().replace("\"consult\"", "\"by-hand\"").replace("case-registered", "by-hand-begins");
        client.newDeployResourceCommand()
                .addResourceStringUtf8(plain, "by-hand.bpmn")
                .send()
                .join();
        start("by-hand");

        await().until(
                        () -> {
                            reconciliation.look();
                            return waiting();
                        },
                        found -> !found.isEmpty());

        var task = waiting().getFirst();
        assertThat(task.task().formId()).isEqualTo("ask");
        assertThat(task.name()).isEqualTo("Ask the expert");
        assertThat(task.candidateGroups()).containsExactly("expert:epicare");
        assertThat(view.of(caseId)).hasSize(1);
    }

    @Test
    void whatAWorkerAnswersWithinTheContractGoesOn() {
        var instance = start("search");

        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);

        assertThat(variable(instance, "experts")).contains("expert1.epicare");
    }

    @Test
    void aFreeTextNeverReachesTheEngineAndTheJobIsTriedAgain() {
        finding.mood = "gossip";
        var instance = start("search");

        await().until(() -> finding.jobs.size() > 2);

        assertThat(jobs(instance).toString()).doesNotContain("Onni");
        assertThat(jobs(instance))
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isEqualTo(3));
        finding.mood = "find";
        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);
        assertThat(variable(instance, "experts")).doesNotContain("Onni");
    }

    @Test
    void aBrokenWorldCostsNoRetriesAndSaysNothingOfThePatient() {
        finding.mood = "break";
        var instance = start("search");

        await().until(() -> finding.jobs.size() > 2);
        await().until(
                        () -> jobs(instance).getFirst().getErrorMessage(),
                        message -> message != null && message.contains("IllegalStateException"));

        var job = jobs(instance).getFirst();
        assertThat(job.getErrorMessage()).contains("reference").doesNotContain("Onni");
        assertThat(job.getRetries()).isEqualTo(3);
        assertThat(client.newIncidentSearchRequest()
                        .filter(filter -> filter.state(IncidentState.ACTIVE).processInstanceKey(instance))
                        .send()
                        .join()
                        .items())
                .isEmpty();
        finding.mood = "find";
        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);
    }

    @Test
    void aRefusalThatTheModelKnowsIsAnErrorEventAndOneItDoesNotKnowWaits() {
        finding.mood = "refuse";
        var instance = start("search");
        await().until(() -> state(instance) == ProcessInstanceState.COMPLETED);

        finding.mood = "refuse-otherwise";
        var other = start("search");
        await().until(() -> finding.jobs.size() > 3);
        assertThat(state(other)).isEqualTo(ProcessInstanceState.ACTIVE);
        finding.mood = "find";
        await().until(() -> state(other) == ProcessInstanceState.COMPLETED);
    }

    @Test
    void aDecisionThatTheEngineTookStandsInTheHistoryOnce() {
        start("search");
        await().until(() -> !view.of(caseId).isEmpty());
        start("rated");

        await().until(() -> {
            decisions.look();
            return audit.actions(caseId).contains("rule-evaluated");
        });
        decisions.look();

        assertThat(audit.actions(caseId)).containsOnlyOnce("rule-evaluated");
        assertThat(audit.history(caseId).getFirst().entry().details()).containsEntry("matched", "goal-1");
    }

    @Test
    void theSameJobTwiceDoesItsWorkOnce() {
        var work = new CopyOnWriteArrayList<String>();
        var first = once(work);

        assertThat(once(work)).isEqualTo(first);
        assertThat(work).hasSize(1);
    }

    private Found once(List<String> work) {
        return Objects.requireNonNull(new TransactionTemplate(manager)
                .execute(status -> ledger.once(caseId, JobId.of(7), Found.class, () -> {
                    work.add("done");
                    return new Found(List.of("expert" + work.size()));
                })));
    }

    private long start(String process) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(Map.of("caseId", caseId.toString()))
                .startBeforeElement(FIRST.get(process))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private List<WaitingTask> waiting() {
        return board.waiting.values().stream()
                .filter(it -> it.task().caseId().equals(caseId))
                .toList();
    }

    private List<Job> jobs(long instance) {
        return client.newJobSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items();
    }

    private ProcessInstanceState state(long instance) {
        return client
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items()
                .stream()
                .map(it -> it.getState())
                .findFirst()
                .orElse(ProcessInstanceState.UNKNOWN_ENUM_VALUE);
    }

    private String variable(long instance, String name) {
        return client
                .newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).name(name))
                .send()
                .join()
                .items()
                .stream()
                .map(it -> it.getValue())
                .toList()
                .toString();
    }
}
