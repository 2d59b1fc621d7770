package org.konsil.endurance;

import java.nio.file.Path;
import java.util.List;
import org.konsil.Jvm;

/** The engine as a program of its own, and what applications are told to find it. */
final class EngineAlone {

    private static final List<String> CREDENTIALS = List.of(
            "--camunda.client.auth.username=application",
            "--camunda.client.auth.password=only-for-tests-shared-by-both");

    private final int grpc = Jvm.freePort();
    private final int rest = Jvm.freePort();

    Child start(Path folder) {
        return Child.start(
                folder.resolve("engine.log"),
                "--spring.profiles.active=engine",
                "--konsil.home=" + folder.resolve("engine"),
                "--konsil.engine-settings.grpc-port=" + grpc,
                "--konsil.engine-settings.rest-port=" + rest,
                CREDENTIALS.getFirst(),
                CREDENTIALS.getLast());
    }

    List<String> arguments() {
        return List.of(
                "--konsil.engine=remote",
                "--camunda.client.grpc-address=http://127.0.0.1:" + grpc,
                "--camunda.client.rest-address=http://127.0.0.1:" + rest,
                "--camunda.client.auth.method=basic",
                CREDENTIALS.getFirst(),
                CREDENTIALS.getLast());
    }
}
