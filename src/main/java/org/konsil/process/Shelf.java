package org.konsil.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.xml.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files in force at one moment, read: BPMN with the work list's listeners added, and the variable contracts. Does not change. */
final class Shelf {

    static final String BPMN = ".bpmn";
    static final String DMN = ".dmn";
    static final String FORM = ".form";
    static final String CONTRACT = ".variables.yaml";
    /** What letters say to patients, and how indicators are counted: for the modules that read them, nothing for the engine. */
    static final String LETTER = ".letter.yaml";

    static final String INDICATOR = ".indicator.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final ObjectMapper YAML = new YAMLMapper();

    private final Map<String, ProcessFile> files = new TreeMap<>();
    private final List<ProcessFile> resources = new ArrayList<>();
    private final Map<String, Model> models = new TreeMap<>();
    private final Map<String, Contract> contracts = new TreeMap<>();
    private final Map<ProcessFile, String> unreadable = new LinkedHashMap<>();

    /** What took long to read, for the shelf that follows, on which most files are the same. */
    private final Map<ProcessFile, Drawing> drawings = new HashMap<>();

    private final Map<ProcessFile, Set<String>> decisions = new ConcurrentHashMap<>();

    /** A model, and the file that the engine is sent. */
    private record Drawing(Model model, ProcessFile resource) {

        static Drawing read(ProcessFile file) {
            var model = Model.read(file.content());
            return new Drawing(model, new ProcessFile(file.name(), model.xml()));
        }
    }

    /** Of two files with the same name the later one counts. */
    Shelf(Collection<ProcessFile> given) {
        this(given, Map.of(), Map.of());
    }

    private Shelf(
            Collection<ProcessFile> given,
            Map<ProcessFile, Drawing> drawings,
            Map<ProcessFile, Set<String>> decisions) {
        this.drawings.putAll(drawings);
        this.decisions.putAll(decisions);
        given.forEach(this::take);
        files.values().forEach(this::open);
        this.drawings.keySet().retainAll(files.values());
        this.decisions.keySet().retainAll(files.values());
    }

    /** What would harm its readers is not even there. */
    private void take(ProcessFile file) {
        var fault = outerFault(file);
        if (fault.isPresent()) {
            unreadable.put(file, "it would harm its readers: " + fault.get());
        } else {
            files.put(file.name(), file);
        }
    }

    /** Seen before the file is read as what it says it is. */
    static Optional<String> outerFault(ProcessFile file) {
        if (file.isNamed(BPMN) || file.isNamed(DMN)) {
            return SoundXml.fault(file.content());
        }
        return file.content().length > SoundXml.LARGEST ? Optional.of("too-large") : Optional.empty();
    }

    /** These files, and the others as they are. */
    Shelf with(Collection<ProcessFile> changed) {
        var all = new ArrayList<>(files.values());
        all.addAll(changed);
        files(DMN).forEach(this::decisions);
        return new Shelf(all, drawings, decisions);
    }

    /** What the engine is sent, in the order of names. */
    List<ProcessFile> resources() {
        return resources;
    }

    /** As they were written. */
    List<ProcessFile> files(String ending) {
        return files.values().stream().filter(file -> file.isNamed(ending)).toList();
    }

    Optional<ProcessFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The JSON of a form by the name of its file. */
    Optional<String> form(String id) {
        return file(id + FORM).map(file -> new String(file.content(), StandardCharsets.UTF_8));
    }

    Optional<Model> model(String processId) {
        return Optional.ofNullable(models.get(processId));
    }

    Collection<Model> models() {
        return models.values();
    }

    /** The ids of the decisions in a file; empty if it is no DMN. */
    Set<String> decisions(ProcessFile dmn) {
        return decisions.computeIfAbsent(dmn, RuleTables::readable);
    }

    /** The contract of a process; one without a file allows nothing. */
    Contract contract(String processId) {
        return contracts.getOrDefault(processId, new Contract(processId, List.of()));
    }

    Map<String, Contract> contracts() {
        return contracts;
    }

    private void open(ProcessFile file) {
        if (file.isNamed(CONTRACT)) {
            openContract(file);
        } else if (file.isNamed(BPMN)) {
            openModel(file);
        } else if (!file.isNamed(LETTER) && !file.isNamed(INDICATOR)) {
            resources.add(file);
        }
    }

    private void openModel(ProcessFile file) {
        try {
            var drawing = drawings.computeIfAbsent(file, Drawing::read);
            drawing.model().processIds().forEach(id -> models.put(id, drawing.model()));
            resources.add(drawing.resource());
        } catch (ModelException e) {
            unreadable.put(file, "it is no valid BPMN, " + rootOf(e));
        }
    }

    /** A contract that cannot be read allows nothing. */
    private void openContract(ProcessFile file) {
        try {
            var contract = contract(file);
            contracts.put(contract.process(), contract);
        } catch (IOException | IllegalArgumentException e) {
            unreadable.put(file, "it allows nothing now: " + e.getMessage());
        }
    }

    /** @throws IllegalArgumentException if it names a type that there is not */
    static Contract contract(ProcessFile file) throws IOException {
        var contract = YAML.readValue(file.content(), Contract.class);
        contract.declared().forEach(Contract.Variable::requireSound);
        return contract;
    }

    /** Says in the log which files cannot be read. */
    Shelf complain() {
        unreadable.forEach(Shelf::notInUse);
        return this;
    }

    static void notInUse(ProcessFile file, String why) {
        LOG.error(
                "{} is not in use, because {}. Correct it (Camunda Modeler shows where) and start again; until then what was deployed before under its id stays in use.",
                file.name(),
                why);
    }

    static String rootOf(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : rootOf(e.getCause());
    }
}
