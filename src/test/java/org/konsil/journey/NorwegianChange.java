package org.konsil.journey;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the owner of the Norwegian pack draws: after the centre's opinion the regional contact point is asked for its view. */
final class NorwegianChange {

    private static final String CONTRACT = """
            %s  - {name: regionalView, type: code, values: [support, more-evidence], writtenBy: ["form:regional-view-no"]}
            """;

    private static final String REGIONAL_VIEW = """
            {"id": "regional-view-no", "type": "default", "schemaVersion": 18,
             "executionPlatform": "Camunda Cloud", "executionPlatformVersion": "8.8.0",
             "components": [
               {"type": "radio", "id": "regionalView", "key": "regionalView", "label": "What does the region say to it?",
                "validate": {"required": true},
                "values": [{"label": "It supports the referral", "value": "support"},
                           {"label": "It asks for more evidence", "value": "more-evidence"}]},
               {"type": "textarea", "id": "regionalRemark", "key": "regionalRemark", "label": "Why", "validate": {"required": true}}]}
            """;

    private static final String FAMILY_VIEW = """
            {"id": "family-view-no", "type": "default", "schemaVersion": 18,
             "executionPlatform": "Camunda Cloud", "executionPlatformVersion": "8.8.0",
             "components": [{"type": "textarea", "id": "familyRemark", "key": "familyRemark", "label": "What the family says"}]}
            """;

    private NorwegianChange() {}

    /** The drawing, the form and the contract, by file name. */
    static Map<String, String> regionalView() {
        var files = new LinkedHashMap<String, String>();
        files.put("domestic-no.bpmn", Bpmn.convertToString(withRegionalView()));
        files.put("regional-view-no.form", REGIONAL_VIEW);
        files.put("domestic-no.variables.yaml", CONTRACT.formatted(read("domestic-no.variables.yaml")));
        return files;
    }

    /** On top of it a second step, for the home clinician; its answers stay in the case store. */
    static Map<String, String> familyView() {
        var model = withRegionalView();
        var flow = flow(model, "regional-view-to-is-it-supported");
        var gateway = flow.getTarget();
        cut(flow);
        node(model, "regional-view")
                .builder()
                .userTask("family-view")
                .zeebeUserTask()
                .zeebeFormId("family-view-no")
                .zeebeCandidateGroupsExpression("[\"clinician:\" + provider]")
                .name("Hear the family")
                .connectTo(gateway.getId());
        return Map.of("domestic-no.bpmn", Bpmn.convertToString(model), "family-view-no.form", FAMILY_VIEW);
    }

    private static BpmnModelInstance withRegionalView() {
        var model =
                Bpmn.readModelFromFile(Path.of("processes", "domestic-no.bpmn").toFile());
        var flow = flow(model, "domestic-opinion-to-is-meeting-asked-for");
        var meeting = flow.getTarget();
        var opinion = flow.getSource();
        cut(flow);
        opinion.builder()
                .userTask("regional-view")
                .zeebeUserTask()
                .zeebeFormId("regional-view-no")
                .zeebeCandidateGroups("contact:no")
                .name("Give the regional view")
                .sequenceFlowId("regional-view-to-is-it-supported")
                .exclusiveGateway("is-it-supported")
                .name("Does the region support it?")
                .sequenceFlowId("it-is-supported")
                .connectTo(meeting.getId())
                .moveToLastGateway()
                .conditionExpression("regionalView = \"more-evidence\"")
                .connectTo("complete-evidence");
        ((ExclusiveGateway) node(model, "is-it-supported")).setDefault(flow(model, "it-is-supported"));
        return model;
    }

    private static void cut(SequenceFlow flow) {
        flow.getDiagramElement().getParentElement().removeChildElement(flow.getDiagramElement());
        flow.getSource().getOutgoing().remove(flow);
        flow.getTarget().getIncoming().remove(flow);
        flow.getParentElement().removeChildElement(flow);
    }

    private static SequenceFlow flow(BpmnModelInstance model, String id) {
        return model.getModelElementById(id);
    }

    private static FlowNode node(BpmnModelInstance model, String id) {
        return model.getModelElementById(id);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("processes", file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
