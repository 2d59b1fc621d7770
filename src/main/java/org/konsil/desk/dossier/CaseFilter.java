package org.konsil.desk.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseList.Filter;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Refusal;

/** Reads the filters of the list of cases from an address. */
public final class CaseFilter {

    private CaseFilter() {}

    /** @throws NotUnderstood naming the parameter that cannot be read; blank ones filter nothing */
    public static Filter of(@Nullable String state, @Nullable String network, @Nullable String country) {
        return new Filter(state(state), network(network), country(country));
    }

    /** @throws NotUnderstood unless it is 1 to 200 */
    public static int size(int size) {
        if (size < 1 || size > 200) {
            throw new NotUnderstood("size", "1 to 200");
        }
        return size;
    }

    /** In any case, with hyphens or underscores. */
    private static @Nullable CaseState state(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        var name = state.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(CaseState.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood(
                        "state",
                        Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static @Nullable NetworkId network(@Nullable String network) {
        try {
            return network == null || network.isBlank()
                    ? null
                    : NetworkId.of(network.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("network", "epicare");
        }
    }

    private static @Nullable Country country(@Nullable String country) {
        try {
            return country == null || country.isBlank() ? null : Country.of(country.strip());
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("country", "ISO 3166-1 alpha-2: fi");
        }
    }

    /** A filter has a value that cannot be. */
    public static final class NotUnderstood extends Refusal {

        NotUnderstood(String parameter, String possible) {
            super(
                    Kind.INVALID,
                    "case-filter-not-understood",
                    "The filter " + parameter + " is not understood",
                    List.of(new Field("/" + parameter, possible)),
                    parameter,
                    possible);
        }
    }
}
