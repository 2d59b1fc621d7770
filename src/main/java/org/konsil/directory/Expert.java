package org.konsil.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/**
 * Someone who can sit on a panel.
 *
 * @param network null for a guest from outside the networks, whom the patient's consent has to name
 * @param discipline kebab-case code such as {@code clinical-genetics}
 * @param languages ISO 639-1 codes, the first is the expert's own
 */
public record Expert(
        String userId,
        @Nullable NetworkId network,
        String name,
        Country country,
        String discipline,
        List<String> languages) {

    public Expert {
        languages = List.copyOf(languages);
    }

    public boolean isGuest() {
        return network == null;
    }
}
