package org.konsil.engine;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.Role;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** This application's own Camunda client: the credentials it was configured with, or a random secret that lives as long as the process. */
record OwnClient(String name, String secret, boolean configured) {

    private static final String USERNAME = "camunda.client.auth.username";
    private static final String PASSWORD = "camunda.client.auth.password";
    /** What Camunda's starter puts in when somebody chose basic authentication and gave no password. */
    private static final String STARTERS_DEFAULT = "demo";

    private static final String CALL_CREDENTIALS = "io.camunda.client.impl.CamundaCallCredentials";
    private static final int SECRET_BYTES = 32;

    static OwnClient of(ConfigurableEnvironment environment) {
        var secret = environment.getProperty(PASSWORD, "");
        var name = environment.getProperty(USERNAME, "application");
        boolean none = secret.isBlank() || secret.equals(STARTERS_DEFAULT);
        return none ? new OwnClient(name, random(), false) : new OwnClient(name, secret, true);
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    EngineSettings knownTo(EngineSettings settings) {
        var clients = new ArrayList<>(settings.clients());
        clients.add(new EngineCredentials.Secret(name, EngineCredentials.hash(secret), Set.of(Role.ENGINE_CLIENT)));
        return settings.with(clients);
    }

    /** Puts the engine's real addresses and the credentials where the client's configuration will look for them. */
    void tell(ConfigurableEnvironment environment, EmbeddedEngine engine) {
        Map<String, Object> found = new HashMap<>();
        found.put("camunda.client.grpc-address", engine.grpcAddress().toString());
        found.put("camunda.client.rest-address", engine.restAddress().toString());
        found.put("camunda.client.auth.method", "basic");
        found.put(USERNAME, name);
        found.put(PASSWORD, secret);
        if (engine.onLoopback()) {
            // it warns at every call that others could listen; on loopback nobody can
            LoggingSystem.get(OwnClient.class.getClassLoader()).setLogLevel(CALL_CREDENTIALS, LogLevel.ERROR);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("konsil-embedded-engine", found));
    }
}
