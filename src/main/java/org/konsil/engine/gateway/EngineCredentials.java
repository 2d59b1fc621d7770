package org.konsil.engine.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients with random machine secrets, of which only SHA-256 is kept: a slow password hash would cost every call 80 ms and protect nothing more. */
public final class EngineCredentials implements Credentials {

    private record Known(Client client, byte[] hash) {}

    private static final Client ANYBODY = new Client("anybody", Set.of(Role.values()));

    private final List<Known> known;

    private EngineCredentials(List<Known> known) {
        this.known = known;
    }

    /** A client, its secret's SHA-256 in hexadecimal, and what it may do. */
    public record Secret(String name, String sha256, Set<Role> roles) {}

    public static Credentials of(List<Secret> secrets) {
        return new EngineCredentials(secrets.stream()
                .map(one -> new Known(
                        new Client(one.name(), one.roles()), HexFormat.of().parseHex(one.sha256())))
                .toList());
    }

    /** Lets everybody do everything: only for tests, on loopback. */
    public static Credentials open() {
        return header -> Optional.of(ANYBODY);
    }

    /** SHA-256 of a secret in hexadecimal. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    @Override
    public Optional<Client> authenticate(@Nullable String header) {
        if (header == null) return Optional.empty();
        if (header.regionMatches(true, 0, "Bearer ", 0, 7))
            return find(null, header.substring(7).strip());
        if (header.regionMatches(true, 0, "Basic ", 0, 6))
            return basic(header.substring(6).strip());
        return Optional.empty();
    }

    private Optional<Client> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : find(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) { // not Base64
            return Optional.empty();
        }
    }

    private Optional<Client> find(@Nullable String name, String secret) {
        var hash = sha256(secret);
        return known.stream()
                .filter(one -> MessageDigest.isEqual(one.hash(), hash)
                        && (name == null || one.client().name().equals(name)))
                .map(Known::client)
                .findFirst();
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
