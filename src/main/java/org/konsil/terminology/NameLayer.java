package org.konsil.terminology;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lays the names of one language over the terms: what a file names, it names anew; a code that is not there yet becomes a
 * term without a place in the classification. The caller holds the transaction.
 */
@Component
class NameLayer {

    private final TermLoader loader;

    NameLayer(TermLoader loader) {
        this.loader = loader;
    }

    /** The number of codes that were named. */
    int lay(String system, String language, List<Named> names) {
        var known = loader.codes(system);
        var strangers = names.stream()
                .filter(one -> !known.contains(one.code().value()))
                .toList();
        loader.add(strangers.stream().map(NameLayer::term).toList());
        if (system.equals(Code.ORPHA)) {
            mapTheUnmapped(names, known);
        }
        loader.clearNames(language, names);
        loader.addNames(language, names);
        return names.size();
    }

    private static Entry term(Named one) {
        return new Entry(one.code(), one.english(), "", false, List.of(), Set.of(), one.omim(), Set.of());
    }

    private void mapTheUnmapped(List<Named> names, Set<String> known) {
        var mapped = loader.mapped();
        loader.addMaps(names.stream()
                .filter(one -> known.contains(one.code().value())
                        && !mapped.contains(one.code().value()))
                .toList());
    }
}
