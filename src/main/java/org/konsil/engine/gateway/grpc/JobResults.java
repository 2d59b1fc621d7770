package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import java.util.ArrayList;

/** What a listener answers with its job: deny, correct the task, or choose elements of an ad-hoc sub-process. */
final class JobResults {

    private JobResults() {}

    static JobResult of(GatewayOuterClass.JobResult given) {
        var result = new JobResult()
                .setType(JobResultType.from(given.getType()))
                .setDenied(given.getDenied())
                .setDeniedReason(given.getDeniedReason())
                .setCompletionConditionFulfilled(given.getIsCompletionConditionFulfilled())
                .setCancelRemainingInstances(given.getIsCancelRemainingInstances());
        for (var element : given.getActivateElementsList())
            result.addActivateElement(new JobResultActivateElement()
                    .setElementId(element.getElementId())
                    .setVariables(Json.pack(element.getVariables())));
        if (given.hasCorrections()) correct(result, given.getCorrections());
        return result;
    }

    private static void correct(JobResult result, GatewayOuterClass.JobResultCorrections given) {
        var corrections = new JobResultCorrections();
        var attributes = new ArrayList<String>();
        if (given.hasAssignee()) {
            corrections.setAssignee(given.getAssignee());
            attributes.add(UserTaskRecord.ASSIGNEE);
        }
        if (given.hasDueDate()) {
            corrections.setDueDate(given.getDueDate());
            attributes.add(UserTaskRecord.DUE_DATE);
        }
        if (given.hasFollowUpDate()) {
            corrections.setFollowUpDate(given.getFollowUpDate());
            attributes.add(UserTaskRecord.FOLLOW_UP_DATE);
        }
        if (given.hasCandidateUsers()) {
            corrections.setCandidateUsersList(given.getCandidateUsers().getValuesList());
            attributes.add(UserTaskRecord.CANDIDATE_USERS);
        }
        if (given.hasCandidateGroups()) {
            corrections.setCandidateGroupsList(given.getCandidateGroups().getValuesList());
            attributes.add(UserTaskRecord.CANDIDATE_GROUPS);
        }
        if (given.hasPriority()) {
            corrections.setPriority(given.getPriority());
            attributes.add(UserTaskRecord.PRIORITY);
        }
        result.setCorrectedAttributes(attributes).setCorrections(corrections);
    }
}
