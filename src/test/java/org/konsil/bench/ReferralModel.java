package org.konsil.bench;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** A lifecycle like a referral's, the same that the other engines of the comparison are given: eight user tasks, three services, a decision, a timer. */
final class ReferralModel {

    static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="options-drg" name="Options" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="domesticOptions" name="Domestic options">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="i1" label="Severity"><inputExpression id="e1" typeRef="number"><text>severity</text></inputExpression></input>
                  <input id="i2" label="Age"><inputExpression id="e2" typeRef="number"><text>age</text></inputExpression></input>
                  <output id="o1" name="option" typeRef="string"/>
                  <rule id="r1"><inputEntry id="n1"><text>&gt;= 8</text></inputEntry><inputEntry id="n2"><text></text></inputEntry><outputEntry id="u1"><text>"exhausted"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="n3"><text>&gt;= 5</text></inputEntry><inputEntry id="n4"><text>&lt; 18</text></inputEntry><outputEntry id="u2"><text>"paediatric"</text></outputEntry></rule>
                  <rule id="r3"><inputEntry id="n5"><text></text></inputEntry><inputEntry id="n6"><text></text></inputEntry><outputEntry id="u3"><text>"domestic"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private ReferralModel() {}

    static BpmnModelInstance process() {
        return Bpmn.createExecutableProcess("referral")
                .startEvent()
                .serviceTask("consent", task -> task.zeebeJobType("consent"))
                .businessRuleTask(
                        "options",
                        task -> task.zeebeCalledDecisionId("domesticOptions").zeebeResultVariable("option"))
                .userTask("triage", task -> task.zeebeUserTask().zeebeCandidateGroups("g0"))
                .serviceTask("panel", task -> task.zeebeJobType("panel"))
                .userTask(
                        "opinion",
                        task -> task.zeebeUserTask()
                                .zeebeCandidateGroups("specialists")
                                .multiInstance(
                                        each -> each.parallel().zeebeInputCollectionExpression("[1, 2, 3, 4, 5]")))
                .userTask("recommendation", task -> task.zeebeUserTask().zeebeCandidateGroups("board"))
                .serviceTask("outcome", task -> task.zeebeJobType("outcome"))
                .intermediateCatchEvent("wait", event -> event.timerWithDuration("PT1S"))
                .userTask("followup", task -> task.zeebeUserTask().zeebeCandidateGroups("followup"))
                .endEvent()
                .done();
    }
}
