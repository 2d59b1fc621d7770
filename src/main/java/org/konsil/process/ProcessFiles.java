package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What process owners edit, as it is in force now: processes, rules, forms, variable contracts. */
public final class ProcessFiles {

    /** On a busy machine the engine reads a few dozen models for long; whoever asks anew makes it read them twice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Set<Long> formKeys = ConcurrentHashMap.newKeySet();
    private volatile Shelf shelf;

    ProcessFiles(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Those of the working directory's folders {@code processes} and {@code forms}, else those packed in the program. */
    public static ProcessFiles read() {
        return read(Path.of("processes"), Path.of("forms"));
    }

    static ProcessFiles read(Path processes, Path forms) {
        var files = new ArrayList<ProcessFile>();
        files.addAll(Folders.read(processes, "processes", Folders.PROCESSES));
        files.addAll(Folders.read(forms, "forms", Folders.FORMS));
        return new ProcessFiles(new Shelf(files).complain());
    }

    /**
     * Deploys what the engine does not have in the same wording yet, which gets a new version. If it refuses them
     * together, each is deployed on its own, so that one broken file does not keep the others back.
     *
     * @throws ClientException if the engine does not answer
     */
    public void deployTo(CamundaClient client) {
        var resources = EngineHas.asked(client).lacks(shelf.resources());
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

    /** The files with this ending, as their owners wrote them. */
    public List<ProcessFile> named(String ending) {
        return shelf.files(ending);
    }

    /** The JSON of a form by the name of its file. */
    public Optional<String> form(String id) {
        return shelf.form(id);
    }

    Shelf shelf() {
        return shelf;
    }

    void replace(Shelf next) {
        shelf = next;
    }

    /** @throws ClientException if the engine refuses one of them, or does not answer */
    DeploymentEvent deploy(CamundaClient client, List<ProcessFile> resources) {
        var first = resources.getFirst();
        DeployResourceCommandStep2 command =
                client.newDeployResourceCommand().addResourceBytes(first.content(), first.name());
        for (var file : resources.subList(1, resources.size())) {
            command = command.addResourceBytes(file.content(), file.name());
        }
        var done = command.requestTimeout(PATIENCE).send().join();
        done.getForm().forEach(form -> formKeys.add(form.getFormKey()));
        return done;
    }

    private void deployAlone(CamundaClient client, ProcessFile file) {
        try {
            deploy(client, List.of(file));
        } catch (ClientException e) {
            if (!Answers.isInvalid(e)) {
                throw e;
            }
            Shelf.notInUse(file, "the engine refuses it: " + Answers.words(e));
        }
    }

    /** The engine's version of this form is the file that was read. */
    boolean isOurForm(long formKey) {
        return formKeys.contains(formKey);
    }

    /** The process declares a BPMN error with this code, so that somebody may catch it. */
    boolean catches(String processId, String errorCode) {
        return shelf.model(processId)
                .filter(model -> model.errorCodes().contains(errorCode))
                .isPresent();
    }

    boolean startsWith(String processId, String message) {
        return shelf.model(processId)
                .filter(model -> model.startMessages().contains(message))
                .isPresent();
    }

    /** The contract of a process; one without a file allows nothing. */
    Contract contract(String processId) {
        return shelf.contract(processId);
    }

    Collection<Contract> contracts() {
        return shelf.contracts().values();
    }
}
