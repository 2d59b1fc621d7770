package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.TestEngine;

/** Files that are no models but attacks: each is refused with a reason, and the engine goes on as before. */
class HostileModelsTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>%s
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <bpmn:process id="hostile" name="%s" isExecutable="true">
                <bpmn:startEvent id="start"><bpmn:documentation>%s</bpmn:documentation></bpmn:startEvent>
              </bpmn:process>
            </bpmn:definitions>""";

    private CamundaClient client;

    @TempDir
    Path folder;

    @BeforeEach
    void connect() {
        client = TestEngine.shared().client();
    }

    @AfterEach
    void theEngineGoesOn() {
        deploy("good.bpmn", MODEL.formatted("", "good", ""));
        client.close();
    }

    @Test
    void whatIsNoModelIsRefusedWithAReason() {
        for (var text : new String[] {"", "nonsense", "<a>", "<a/>", "\u0000", "<?xml version=\"1.0\"?>"}) {
            refused("broken.bpmn", text);
            refused("broken.dmn", text);
            refused("broken.form", text);
        }
    }

    @Test
    void textThatMultipliesIsRefused() {
        var laughs = new StringBuilder("<!DOCTYPE lol [<!ENTITY a0 \"ha\">");
        for (int at = 1; at < 12; at++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(at, ("&a" + (at - 1) + ";").repeat(10)));
        }
        refused("laughs.bpmn", MODEL.formatted(laughs + "]>", "x", "&a11;"));
        refused("laughs.dmn", MODEL.formatted(laughs + "]>", "x", "&a11;"));
        var large = "<!DOCTYPE q [<!ENTITY q \"%s\">]>".formatted("q".repeat(100_000));
        refused("large.bpmn", MODEL.formatted(large, "x", "&q;".repeat(10_000)));
    }

    @Test
    void noFileAndNoAddressIsReadForAModel() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "the-secret");
        var entity = "<!DOCTYPE x [<!ENTITY s SYSTEM \"%s\">]>".formatted(secret.toUri());

        var refused = refused("outside.bpmn", MODEL.formatted(entity, "&s;", "&s;"));

        assertThat(refused).doesNotContain("the-secret");
        refused("outside.bpmn", MODEL.formatted("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">", "x", ""));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        var deep = new StringBuilder();
        for (int at = 0; at < 20_000; at++) {
            deep.append("<bpmn:subProcess id='p%d'><bpmn:startEvent id='s%d'/>".formatted(at, at));
        }
        deep.append("</bpmn:subProcess>".repeat(20_000));
        refused(
                "deep.bpmn",
                MODEL.formatted("", "x", "").replace("<bpmn:startEvent id=\"s", deep + "<bpmn:startEvent id=\"s"));
        refused("deep.bpmn", "<a>".repeat(200_000) + "</a>".repeat(200_000));
        refused("deep.dmn", "<a>".repeat(200_000) + "</a>".repeat(200_000));
        refused("deep.form", "{\"a\":".repeat(200_000));
    }

    /** Each of these would end the engine's thread: while it is read, or when it is evaluated. */
    @Test
    void expressionsWithoutEndAreRefused() {
        for (var expression : new String[] {
            "(".repeat(50_000) + "1" + ")".repeat(50_000),
            "(".repeat(4_000) + "1" + ")".repeat(4_000),
            "[".repeat(3_000) + "1" + "]".repeat(3_000),
            "-".repeat(3_000) + "1",
            "1" + "+1".repeat(4_000),
            "if true then ".repeat(500) + "1" + " else 2".repeat(500),
            "x".repeat(20_000)
        }) {
            refused("feel.bpmn", withCondition("=" + expression));
            refused("feel.dmn", decision(expression));
        }
        deploy("fine.bpmn", withCondition("= list contains([" + "1,".repeat(500) + "1], 1)"));
        deploy("fine.dmn", decision("if 1 + 2 * (3 - 4) > 5 then [1, 2] else [3]"));
    }

    /** The engine has one thread: what is evaluated there holds up everybody. */
    @Test
    @Timeout(60)
    void anExpressionThatWouldNotEndStopsItsInstanceAndNobodyElse() {
        var endless = "every x in 1..90000, y in 1..90000 satisfies x > 0";
        deploy("endless.bpmn", withCondition("= " + endless).replace("\"hostile\"", "\"endless\""));
        deploy("endless.dmn", decision(endless));

        var begun = client.newCreateInstanceCommand()
                .bpmnProcessId("endless")
                .latestVersion()
                .send()
                .join();
        var decided = client.newEvaluateDecisionCommand()
                .decisionId("hostile-decision")
                .send()
                .join();

        assertThat(decided.getFailureMessage()).contains("was stopped");
        await().until(() -> client
                .newIncidentSearchRequest()
                .filter(incident -> incident.processInstanceKey(begun.getProcessInstanceKey()))
                .send()
                .join()
                .items()
                .stream()
                .anyMatch(incident -> incident.getErrorMessage().contains("was stopped")));
    }

    /** A timer's expression is evaluated when its model is deployed. */
    @Test
    void anExpressionThatWouldNotEndIsNotDeployedAsATimer() {
        refused("timer.bpmn", MODEL.formatted("", "x", "").replace("</bpmn:startEvent>", """
                <bpmn:timerEventDefinition id="t"><bpmn:timeDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:type="bpmn:tFormalExpression">=string(every x in 1..90000, y in 1..90000 satisfies x > 0)</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:startEvent>"""));
    }

    @Test
    void whatIsLargerThanTheLogTakesIsRefused() {
        refused("large.bpmn", MODEL.formatted("", "x", "y".repeat(2_000_000)));
    }

    private static String withCondition(String condition) {
        return MODEL.formatted("", "x", "").replace("</bpmn:process>", """
                <bpmn:exclusiveGateway id="which"/><bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="to" sourceRef="start" targetRef="which"/>
                <bpmn:sequenceFlow id="yes" sourceRef="which" targetRef="end">
                  <bpmn:conditionExpression>%s</bpmn:conditionExpression>
                </bpmn:sequenceFlow></bpmn:process>""".formatted(condition));
    }

    private static String decision(String expression) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="hostile-decision" name="x"><variable name="x"/>
                    <literalExpression><text>%s</text></literalExpression>
                  </decision>
                </definitions>""".formatted(expression.replace(">", "&gt;"));
    }

    private String refused(String name, String text) {
        var thrown = new String[1];
        assertThatThrownBy(() -> deploy(name, text)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).as(name).isEqualTo(400);
            assertThat(problem.details().getDetail()).as(name).isNotBlank();
            thrown[0] = problem.details().getDetail();
        });
        return thrown[0];
    }

    private void deploy(String name, String text) {
        client.newDeployResourceCommand()
                .addResourceBytes(text.getBytes(StandardCharsets.UTF_8), name)
                .send()
                .join();
    }
}
