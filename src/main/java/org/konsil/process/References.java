package org.konsil.process;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a drawing names and others have to have: forms, workers, rules, processes. */
record References(BpmnModelInstance bpmn) {

    Set<String> forms() {
        return all(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId);
    }

    Set<String> jobTypes() {
        var types = new TreeSet<>(all(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType));
        types.addAll(all(ZeebeExecutionListener.class, ZeebeExecutionListener::getType));
        types.addAll(all(ZeebeTaskListener.class, ZeebeTaskListener::getType));
        return types;
    }

    Set<String> decisions() {
        var ids = new TreeSet<>(all(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId));
        bpmn.getModelElementsByType(ZeebeHeader.class).stream()
                .filter(header -> GuardedAnswers.DECISION.equals(header.getKey()))
                .map(ZeebeHeader::getValue)
                .forEach(ids::add);
        return ids;
    }

    /** Those called by name; one that an expression finds is not looked for. */
    Set<String> processes() {
        return all(ZeebeCalledElement.class, ZeebeCalledElement::getProcessId).stream()
                .filter(id -> !id.startsWith("="))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the ways out of gateways ask. */
    List<String> conditions() {
        return bpmn.getModelElementsByType(ConditionExpression.class).stream()
                .map(ConditionExpression::getTextContent)
                .toList();
    }

    /** Human tasks that are none for the work list: without a form, or of the old kind that is a job. */
    Stream<String> tasksWithoutForm() {
        return tasks(task -> task.getSingleExtensionElement(ZeebeUserTask.class) != null
                && task.getSingleExtensionElement(ZeebeFormDefinition.class) != null);
    }

    /** Human tasks that nobody would be asked to do. */
    Stream<String> tasksWithoutPeople() {
        return tasks(task -> {
            var people = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
            return people != null
                    && Stream.of(people.getAssignee(), people.getCandidateGroups(), people.getCandidateUsers())
                            .anyMatch(given -> given != null && !given.isBlank());
        });
    }

    private Stream<String> tasks(Function<UserTask, Boolean> isSound) {
        return bpmn.getModelElementsByType(UserTask.class).stream()
                .filter(task -> !isSound.apply(task))
                .map(UserTask::getId);
    }

    private <T extends ModelElementInstance> Set<String> all(Class<T> type, Function<T, @Nullable String> name) {
        return bpmn.getModelElementsByType(type).stream()
                .map(name)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
