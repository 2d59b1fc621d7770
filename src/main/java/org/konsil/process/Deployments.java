package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.DeploymentEvent;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Takes files of process owners into force while the program runs. Cases under way stay in the version in which they began. */
@Component
public class Deployments {

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final FilesInForce inForce;
    private final Inspection inspection;
    private final ObjectProvider<CamundaClient> clients;
    private final MessageSource words;

    Deployments(
            FilesInForce inForce, Inspection inspection, ObjectProvider<CamundaClient> clients, MessageSource words) {
        this.inForce = inForce;
        this.inspection = inspection;
        this.clients = clients;
        this.words = words;
    }

    /**
     * Checks the files together with those in force, hands them to the engine and keeps them. All of them or none.
     *
     * @throws Refusal if one is not sound, with every fault, or if the engine does not answer
     */
    public Deployed deploy(List<ProcessFile> files, Actor by) {
        oneAtATime.lock();
        try {
            var next = inForce.files().shelf().with(files);
            var faults = inspection.faults(files, next);
            if (!faults.isEmpty()) {
                throw new DeploymentRefused(faults.stream().map(this::worded).toList());
            }
            var done = send(files, next);
            inForce.bring(files, by);
            return Deployed.of(done);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The engine's own version number. @throws Refusal if it does not answer */
    public String engineVersion() {
        try {
            return client().newTopologyRequest().send().join().getGatewayVersion();
        } catch (ClientException e) {
            throw new EngineAway();
        }
    }

    private @Nullable DeploymentEvent send(List<ProcessFile> files, Shelf next) {
        var names = files.stream().map(ProcessFile::name).collect(Collectors.toSet());
        var resources = next.resources().stream()
                .filter(file -> names.contains(file.name()))
                .toList();
        try {
            return resources.isEmpty() ? null : inForce.files().deploy(client(), resources);
        } catch (ClientException e) {
            if (Answers.isInvalid(e)) {
                throw new DeploymentRefused(List.of(new Refusal.Field("", Answers.words(e))));
            }
            throw new EngineAway();
        }
    }

    private CamundaClient client() {
        var client = clients.getIfAvailable();
        if (client == null) {
            throw new EngineAway();
        }
        return client;
    }

    private Refusal.Field worded(Fault fault) {
        return new Refusal.Field(
                "/" + fault.file(),
                words.getMessage(
                        "process.fault." + fault.code(), fault.arguments().toArray(), LocaleContextHolder.getLocale()));
    }
}
