package org.konsil.engine.gateway.rest;

import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import java.util.ArrayList;

/** What a listener or an ad-hoc sub-process answers with its job: denied, corrected, what to activate. */
final class JobResults {

    private JobResults() {}

    static JobResult read(Body body) {
        var type = body.text("type", "userTask");
        return switch (type) {
            case "userTask" -> userTask(body);
            case "adHocSubProcess" -> adHoc(body);
            default ->
                throw Problem.unreadable("Cannot map value '" + type
                        + "' for type 'result'. Use any of the following values: [userTask, adHocSubProcess]");
        };
    }

    private static JobResult userTask(Body body) {
        var result = new JobResult()
                .setType(JobResultType.USER_TASK)
                .setDenied(body.flag("denied", false))
                .setDeniedReason(body.text("deniedReason"));
        var wanted = body.object("corrections");
        var corrections = new JobResultCorrections();
        var attributes = new ArrayList<String>();
        for (var attribute : wanted.json().properties()) {
            if (attribute.getValue().isNull()) {
                continue;
            }
            var name = attribute.getKey();
            switch (name) {
                case "assignee" -> corrections.setAssignee(wanted.text(name));
                case "dueDate" -> corrections.setDueDate(wanted.text(name));
                case "followUpDate" -> corrections.setFollowUpDate(wanted.text(name));
                case "candidateGroups" -> corrections.setCandidateGroupsList(wanted.texts(name));
                case "candidateUsers" -> corrections.setCandidateUsersList(wanted.texts(name));
                case "priority" -> corrections.setPriority(wanted.number(name, 0));
                default -> throw Problem.invalid("A listener cannot correct '" + name + "'.");
            }
            attributes.add(attributeOf(name));
        }
        return result.setCorrectedAttributes(attributes).setCorrections(corrections);
    }

    private static String attributeOf(String name) {
        return name.startsWith("candidate") ? name + "List" : name;
    }

    private static JobResult adHoc(Body body) {
        var result = new JobResult()
                .setType(JobResultType.AD_HOC_SUB_PROCESS)
                .setCompletionConditionFulfilled(body.flag("isCompletionConditionFulfilled", false))
                .setCancelRemainingInstances(body.flag("isCancelRemainingInstances", false));
        for (var one : body.objects("activateElements")) {
            var element = new JobResultActivateElement().setElementId(one.required("elementId"));
            one.variables(element::setVariables);
            result.addActivateElement(element);
        }
        return result;
    }
}
