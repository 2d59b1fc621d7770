package org.konsil.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A BPMN file with what Konsil adds on the way to the engine: each human task reports itself to the work list, and says in
 * its headers which form it opens, because a listener is told only the form's key.
 */
final class Model {

    static final String WORK_ITEM = "work-item";
    static final String FORM_HEADER = "konsil:form";
    static final String NAME_HEADER = "konsil:name";

    /** Not {@code completing}: people complete through Konsil, which then knows already. */
    private static final List<ZeebeTaskListenerEventType> REPORTED = List.of(
            ZeebeTaskListenerEventType.creating,
            ZeebeTaskListenerEventType.assigning,
            ZeebeTaskListenerEventType.updating,
            ZeebeTaskListenerEventType.canceling);

    private final BpmnModelInstance bpmn;

    /** Read once: the tree behind a model is not for several readers at the same time. */
    private final Set<String> processIds;

    private final Set<String> errorCodes;

    private final Set<String> startMessages;

    private Model(BpmnModelInstance bpmn) {
        this.bpmn = bpmn;
        processIds = bpmn.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        errorCodes = bpmn.getModelElementsByType(Error.class).stream()
                .map(Error::getErrorCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        startMessages = bpmn.getModelElementsByType(StartEvent.class).stream()
                .filter(event -> event.getParentElement() instanceof Process)
                .flatMap(event -> event.getEventDefinitions().stream())
                .flatMap(it -> it instanceof MessageEventDefinition named ? Stream.of(named) : Stream.empty())
                .map(it -> it.getMessage().getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws org.camunda.bpm.model.xml.ModelException if the text is no BPMN */
    static Model read(byte[] xml) {
        var model = new Model(Bpmn.readModelFromStream(new ByteArrayInputStream(xml)));
        model.bpmn.getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getSingleExtensionElement(ZeebeUserTask.class) != null)
                .forEach(model::report);
        return model;
    }

    byte[] xml() {
        return Bpmn.convertToString(bpmn).getBytes(StandardCharsets.UTF_8);
    }

    Set<String> processIds() {
        return processIds;
    }

    References references() {
        return new References(bpmn);
    }

    /** The codes of the BPMN errors that the model may catch. */
    Set<String> errorCodes() {
        return errorCodes;
    }

    /** The names of the messages that start a process of this file. */
    Set<String> startMessages() {
        return startMessages;
    }

    private void report(UserTask task) {
        var listeners = extension(task, ZeebeTaskListeners.class);
        for (var event : REPORTED) {
            if (listeners.getTaskListeners().stream()
                    .noneMatch(it -> it.getEventType() == event && WORK_ITEM.equals(it.getType()))) {
                var listener = bpmn.newInstance(ZeebeTaskListener.class);
                listener.setEventType(event);
                listener.setType(WORK_ITEM);
                listener.setRetries("3");
                listeners.addChildElement(listener);
            }
        }
        var form = task.getSingleExtensionElement(ZeebeFormDefinition.class);
        header(task, FORM_HEADER, form == null ? null : form.getFormId());
        header(task, NAME_HEADER, task.getName());
    }

    private void header(UserTask task, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        var headers = extension(task, ZeebeTaskHeaders.class);
        if (headers.getHeaders().stream().noneMatch(it -> key.equals(it.getKey()))) {
            var header = bpmn.newInstance(ZeebeHeader.class);
            header.setKey(key);
            header.setValue(value.strip().replaceAll("\\s+", " "));
            headers.addChildElement(header);
        }
    }

    private static <T extends io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance> T extension(
            BaseElement element, Class<T> type) {
        var known = element.getSingleExtensionElement(type);
        return known != null ? known : element.getExtensionElements().addExtensionElement(type);
    }
}
