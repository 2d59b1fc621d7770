package org.konsil.engine.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the engine's clients by their secrets. */
public interface Credentials {

    /** Who the HTTP Authorization header (Basic or Bearer) belongs to; empty when nobody's. */
    Optional<Client> authenticate(@Nullable String authorizationHeader);

    /** Those whom either of the two knows. */
    default Credentials or(Credentials others) {
        return header -> authenticate(header).or(() -> others.authenticate(header));
    }
}
