package org.konsil.desk.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.konsil.kernel.CaseId;
import org.konsil.process.CaseProcess;
import org.konsil.process.ProcessView;
import org.springframework.stereotype.Component;

/** The processes of a case with the names that their drawings give to the elements. */
@Component
public class ProcessPaths {

    private final ProcessView view;
    private final Map<Long, Map<String, String>> names = new ConcurrentHashMap<>();
    private final Map<Long, String> documentations = new ConcurrentHashMap<>();

    ProcessPaths(ProcessView view) {
        this.view = view;
    }

    /** In the order in which they began; empty while the engine does not answer or has not begun. */
    public List<ProcessPath> of(CaseId caseId) {
        return view.of(caseId).stream().map(this::path).toList();
    }

    /** The drawing of a process that works, or has worked, on this case. */
    public Optional<String> drawing(CaseId caseId, long processKey) {
        return view.of(caseId).stream()
                .filter(process -> process.key() == processKey)
                .findFirst()
                .flatMap(process -> view.drawing(process.definitionKey()));
    }

    private ProcessPath path(CaseProcess process) {
        var standsAt = named(process, process.activeElements());
        return new ProcessPath(
                process,
                about(process),
                standsAt.isEmpty() ? waiting(process) : standsAt,
                named(process, process.completedElements()));
    }

    private String about(CaseProcess process) {
        var known = documentations.get(process.definitionKey());
        return known == null
                ? view.drawing(process.definitionKey())
                        .map(Documentation::of)
                        .map(read -> remember(process, read))
                        .orElse("")
                : known;
    }

    private String remember(CaseProcess process, String read) {
        documentations.put(process.definitionKey(), read);
        return read;
    }

    /** Where only something without a name is active, a gateway that waits for one of several events, its id says what it asks. */
    private static List<String> waiting(CaseProcess process) {
        return process.activeElements().stream().map(Plain::words).sorted().toList();
    }

    /** In the order of the drawing. */
    private List<String> named(CaseProcess process, Collection<String> elements) {
        var known = names.get(process.definitionKey());
        if (known == null) {
            known = view.drawing(process.definitionKey()).map(ElementNames::of).orElse(Map.of());
            if (!known.isEmpty()) {
                names.put(process.definitionKey(), known);
            }
        }
        return known.entrySet().stream()
                .filter(entry -> elements.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
