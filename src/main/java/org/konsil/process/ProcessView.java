package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a case stands in its processes, for the diagrams. Asks the engine's searches; while they are away it has nothing to show. */
@Component
public class ProcessView {

    private static final int MOST_ELEMENTS = 1000;

    private final ObjectProvider<CamundaClient> clients;
    private final CaseProcesses cases;
    private final Map<Long, String> drawings = new ConcurrentHashMap<>();

    ProcessView(ObjectProvider<CamundaClient> clients, CaseProcesses cases) {
        this.clients = clients;
        this.cases = cases;
    }

    /** All process instances of a case, in the order in which they began; empty if the engine does not answer. */
    public List<CaseProcess> of(CaseId caseId) {
        var client = clients.getIfAvailable();
        if (client == null) {
            return List.of();
        }
        try {
            return cases.of(caseId).stream()
                    .flatMap(key -> instance(client, key).stream())
                    .map(found -> read(client, found))
                    .toList();
        } catch (ClientException e) {
            return List.of();
        }
    }

    /** The BPMN text of a deployed process; empty if the engine does not know or does not answer. */
    public Optional<String> drawing(long definitionKey) {
        var client = clients.getIfAvailable();
        var known = drawings.get(definitionKey);
        if (known != null || client == null) {
            return Optional.ofNullable(known);
        }
        try {
            var xml = client.newProcessDefinitionGetXmlRequest(definitionKey)
                    .send()
                    .join();
            drawings.put(definitionKey, xml);
            return Optional.of(xml);
        } catch (ClientException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessInstance> instance(CamundaClient client, long key) {
        return client
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(key))
                .send()
                .join()
                .items()
                .stream()
                .findFirst();
    }

    private static CaseProcess read(CamundaClient client, ProcessInstance found) {
        var active = new TreeSet<String>();
        var completed = new TreeSet<String>();
        for (var element : elements(client, found)) {
            if (element.getState() == ElementInstanceState.ACTIVE) {
                active.add(element.getElementId());
            } else if (element.getState() == ElementInstanceState.COMPLETED) {
                completed.add(element.getElementId());
            }
        }
        var name = HumanTasks.blankless(found.getProcessDefinitionName());
        return new CaseProcess(
                found.getProcessInstanceKey(),
                found.getProcessDefinitionId(),
                name == null ? found.getProcessDefinitionId() : name,
                found.getProcessDefinitionVersion(),
                found.getProcessDefinitionKey(),
                found.getParentProcessInstanceKey(),
                found.getState().name(),
                Boolean.TRUE.equals(found.getHasIncident()),
                found.getStartDate().toInstant(),
                HumanTasks.instant(found.getEndDate()),
                active,
                completed);
    }

    private static List<ElementInstance> elements(CamundaClient client, ProcessInstance found) {
        return client.newElementInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(found.getProcessInstanceKey()))
                .sort(sort -> sort.startDate().asc())
                .page(page -> page.limit(MOST_ELEMENTS))
                .send()
                .join()
                .items();
    }
}
