package org.konsil.engine;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.TokenCredentials;
import org.konsil.engine.gateway.TokenRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the embedded engine runs.
 *
 * @param folder where it keeps log and snapshots; {@code engine} under konsil.home when not given
 * @param address the interface that both ports listen on, loopback by default
 * @param grpcPort Camunda's gRPC API, 0 for any free port
 * @param restPort the Orchestration Cluster API, 0 for any free port
 * @param open no credentials, and tests may move time and forget everything; only ever on loopback
 * @param durable whether commits wait for the disk; false only for tests
 * @param inFlight how many commands may be under way before clients are told to try later
 * @param snapshotEvery how often state is saved, which bounds the replay after a crash
 * @param clockOffset how far the engine's time starts ahead of the system's
 * @param longestLag how many bytes of log the database of the searches may lack before new work is refused
 * @param leastFree how many bytes the disk must have left for the start and for new work
 * @param retention how long after its end a process instance is still found by searches
 * @param tokens whose access tokens open the ports, beside the clients' secrets
 * @param clients further clients, such as process owners: name, SHA-256 of the secret in hexadecimal, roles
 */
@ConfigurationProperties("konsil.engine-settings")
public record EngineSettings(
        @Nullable Path folder,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("26500") int grpcPort,
        @DefaultValue("8088") int restPort,
        @DefaultValue("false") boolean open,
        @DefaultValue("true") boolean durable,
        @DefaultValue("500") int inFlight,
        @DefaultValue("30s") Duration snapshotEvery,
        @DefaultValue("0s") Duration clockOffset,
        @DefaultValue("1GB") DataSize longestLag,
        @DefaultValue("64MB") DataSize leastFree,
        @DefaultValue("30d") Duration retention,
        @DefaultValue TokenRules tokens,
        @DefaultValue List<EngineCredentials.Secret> clients) {

    /** An engine for tests: free ports, open, forgetful when the machine stops. */
    public static EngineSettings forTests(Path folder) {
        return forTests(folder, true, List.of());
    }

    /** The same, open or for these clients only. */
    static EngineSettings forTests(Path folder, boolean open, List<EngineCredentials.Secret> clients) {
        return new EngineSettings(
                folder,
                "127.0.0.1",
                0,
                0,
                open,
                false,
                500,
                Duration.ofHours(1),
                Duration.ZERO,
                DataSize.ofGigabytes(1),
                DataSize.ofMegabytes(64),
                Duration.ofDays(30),
                TokenRules.NONE,
                clients);
    }

    /** The same in that folder, unless one was given. */
    EngineSettings in(Path home) {
        return copy(folder == null ? home : folder, clients);
    }

    EngineSettings with(List<EngineCredentials.Secret> known) {
        return copy(folder, known);
    }

    private EngineSettings copy(@Nullable Path where, List<EngineCredentials.Secret> known) {
        return new EngineSettings(
                where,
                address,
                grpcPort,
                restPort,
                open,
                durable,
                inFlight,
                snapshotEvery,
                clockOffset,
                longestLag,
                leastFree,
                retention,
                tokens,
                known);
    }

    /** Refuses what would leave the engine open to the network or shut to everybody. */
    void check() {
        if (open && !onLoopback())
            throw new StartRefused(
                    "konsil.engine-settings.open lets everybody in, so it is refused on %s: use 127.0.0.1, or credentials"
                            .formatted(address));
        if (!open && clients.isEmpty() && !tokens.given())
            throw new StartRefused("The engine knows no client: set camunda.client.auth.username and"
                    + " camunda.client.auth.password, here and for the application, or konsil.engine-settings.clients");
    }

    /** Who may call: whoever knows a client's secret, or brings a token of the issuer. */
    Credentials credentials() {
        if (open) return EngineCredentials.open();
        var secrets = EngineCredentials.of(clients);
        return tokens.given() ? secrets.or(TokenCredentials.by(tokens)) : secrets;
    }

    boolean onLoopback() {
        return new InetSocketAddress(address, 0).getAddress().isLoopbackAddress();
    }

    /** The folder, once it is known. */
    Path home() {
        if (folder == null) throw new IllegalStateException("The engine was given no folder");
        return folder;
    }

    CoreSettings core() {
        var folder = home();
        var core = durable ? CoreSettings.in(folder) : CoreSettings.forTests(folder);
        return new CoreSettings(folder, durable, core.segmentBytes(), inFlight, snapshotEvery, core.tick())
                .bounded(longestLag.toBytes(), leastFree.toBytes());
    }
}
