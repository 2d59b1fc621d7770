package org.konsil.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.xml.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What process owners edit, ready for the engine: BPMN with the work list's listeners added, DMN, forms; and the variable contracts. Read
 * once, at start.
 */
public final class ProcessFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessFiles.class);
    private static final ObjectMapper YAML = new YAMLMapper();

    private final List<ProcessFile> resources = new ArrayList<>();
    private final Map<String, Model> models = new TreeMap<>();
    private final Map<String, Contract> contracts = new TreeMap<>();
    private final Set<Long> formKeys = ConcurrentHashMap.newKeySet();

    private ProcessFiles(List<ProcessFile> files) {
        files.stream().filter(it -> !it.isNamed(".yaml")).forEach(this::add);
        files.stream().filter(it -> it.isNamed(".yaml")).forEach(this::addContract);
    }

    /** Those of the working directory's folders {@code processes} and {@code forms}, else those packed in the program. */
    public static ProcessFiles read() {
        return read(Path.of("processes"), Path.of("forms"));
    }

    static ProcessFiles read(Path processes, Path forms) {
        var files = new ArrayList<ProcessFile>();
        files.addAll(Folders.read(processes, "processes", List.of(".bpmn", ".dmn", ".variables.yaml")));
        files.addAll(Folders.read(forms, "forms", List.of(".form")));
        return new ProcessFiles(files);
    }

    /**
     * Deploys everything; what the engine knows already in the same wording gets no new version. If it refuses them
     * together, each is deployed on its own, so that one broken file does not keep the others back.
     *
     * @throws ClientException if the engine does not answer
     */
    public void deployTo(CamundaClient client) {
        if (resources.isEmpty()) {
            return;
        }
        try {
            deploy(client, resources);
        } catch (ClientException e) {
            if (!Answers.isInvalid(e)) {
                throw e;
            }
            resources.forEach(file -> deployAlone(client, file));
        }
    }

    private void deployAlone(CamundaClient client, ProcessFile file) {
        try {
            deploy(client, List.of(file));
        } catch (ClientException e) {
            if (!Answers.isInvalid(e)) {
                throw e;
            }
            notInUse(file, "the engine refuses it: " + Answers.words(e));
        }
    }

    private void deploy(CamundaClient client, List<ProcessFile> files) {
        DeployResourceCommandStep2 command = null;
        for (var file : files) {
            command = command == null
                    ? client.newDeployResourceCommand().addResourceBytes(file.content(), file.name())
                    : command.addResourceBytes(file.content(), file.name());
        }
        if (command != null) {
            command.send().join().getForm().forEach(form -> formKeys.add(form.getFormKey()));
        }
    }

    /** The engine's version of this form is the file that was read. */
    boolean isOurForm(long formKey) {
        return formKeys.contains(formKey);
    }

    /** The JSON of a form by the name of its file. */
    Optional<String> form(String id) {
        return resources.stream()
                .filter(file -> file.name().equals(id + ".form"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The process declares a BPMN error with this code, so that somebody may catch it. */
    boolean catches(String processId, String errorCode) {
        var model = models.get(processId);
        return model != null && model.errorCodes().contains(errorCode);
    }

    boolean startsWith(String processId, String message) {
        var model = models.get(processId);
        return model != null && model.startMessages().contains(message);
    }

    /** The contract of a process; one without a file allows nothing. */
    Contract contract(String processId) {
        return contracts.getOrDefault(processId, new Contract(processId, List.of()));
    }

    Collection<Contract> contracts() {
        return contracts.values();
    }

    private void add(ProcessFile file) {
        if (!file.isNamed(".bpmn")) {
            resources.add(file);
            return;
        }
        try {
            var model = Model.read(file.content());
            model.processIds().forEach(id -> models.put(id, model));
            resources.add(new ProcessFile(file.name(), model.xml()));
        } catch (ModelException e) {
            notInUse(file, "it is no valid BPMN, " + rootOf(e));
        }
    }

    private static void notInUse(ProcessFile file, String why) {
        LOG.error(
                "{} is not in use, because {}. Correct it (Camunda Modeler shows where) and start again; until then what was deployed before under its id stays in use.",
                file.name(),
                why);
    }

    private static String rootOf(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : rootOf(e.getCause());
    }

    /** A contract that cannot be read allows nothing, and says so. */
    private void addContract(ProcessFile file) {
        try {
            var contract = YAML.readValue(file.content(), Contract.class);
            contract.declared().forEach(Contract.Variable::requireSound);
            contracts.put(contract.process(), contract);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The variable contract {} cannot be read and allows nothing: {}", file.name(), e.getMessage());
        }
    }
}
