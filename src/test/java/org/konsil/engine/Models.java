package org.konsil.engine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Small models for tests of the engine. */
public final class Models {

    /** A file to deploy. */
    public record Resource(String name, String content) {}

    /** Form "note-form" with one field. */
    public static final Resource NOTE = new Resource("note-form.form", """
            {"components":[{"type":"textfield","key":"note","label":"Note","id":"f1"}],"type":"default","id":"note-form",
             "schemaVersion":18,"executionPlatform":"Camunda Cloud","executionPlatformVersion":"8.8.0"}
            """);

    /** Decision "risk": above 100 high, else low. */
    public static final Resource RISK = new Resource("risk.dmn", """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="Risks" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="risk" name="Risk">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="i1" label="Amount"><inputExpression id="e1" typeRef="number"><text>amount</text></inputExpression></input>
                  <output id="o1" name="level" typeRef="string"/>
                  <rule id="r1"><inputEntry id="n1"><text>&gt; 100</text></inputEntry><outputEntry id="u1"><text>"high"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="n2"><text></text></inputEntry><outputEntry id="u2"><text>"low"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """);

    private Models() {}

    /** Work, a decision, a timer of three days, the message "go", the user task "note". */
    public static BpmnModelInstance order() {
        return Bpmn.createExecutableProcess("order")
                .name("Handle an order")
                .startEvent("start")
                .serviceTask("check", task -> task.zeebeJobType("check"))
                .name("Check it")
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .intermediateCatchEvent("cool-down", event -> event.timerWithDuration("P3D"))
                .intermediateCatchEvent(
                        "wait", event -> event.message(it -> it.name("go").zeebeCorrelationKeyExpression("orderId")))
                .userTask(
                        "note",
                        task -> task.zeebeUserTask()
                                .zeebeFormId("note-form")
                                .zeebeAssignee("demo")
                                .zeebeCandidateGroups("sales, support")
                                .zeebeTaskPriority("70"))
                .name("Write a note")
                .endEvent("end")
                .done();
    }

    /** A process with one service task. */
    public static BpmnModelInstance oneJob(String process, String jobType) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(jobType))
                .endEvent()
                .done();
    }

    /** A process that waits for the message "go", correlated by its variable "id". */
    public static BpmnModelInstance waiting(String process) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .intermediateCatchEvent("m", e -> e.message(it -> it.name("go").zeebeCorrelationKeyExpression("id")))
                .endEvent()
                .done();
    }

    /** A process that asks the decision "risk". */
    public static BpmnModelInstance decided(String process) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .endEvent()
                .done();
    }

    /** A process with one user task for the group "sales". */
    public static BpmnModelInstance oneTask(String process) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask("task", task -> task.zeebeUserTask().zeebeCandidateGroups("sales"))
                .name("Do it")
                .endEvent()
                .done();
    }
}
