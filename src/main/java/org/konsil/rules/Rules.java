package org.konsil.rules;

import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.feel.FeelBounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The decisions of all DMN files in {@code classpath:processes/}, evaluated here with the engine's own evaluator, so
 * that the same file gives the same answer in both places, until process owners bring others into force.
 */
@Service
public class Rules {

    static {
        FeelBounds.putInForce();
    }

    private final DecisionEngine evaluator = DecisionEngineFactory.createDecisionEngine();
    private volatile Map<String, DmnFile> byDecision;
    private volatile RuleCoverage coverage;

    /** The evaluator writes its answers into buffers that it uses again, so one decision at a time. */
    private final Lock oneAtATime = new ReentrantLock();

    @Autowired
    Rules() {
        this("classpath*:processes/*.dmn");
    }

    private Rules(String pattern) {
        byDecision = DmnFiles.byDecision(DmnFiles.read(pattern, evaluator));
        coverage = new RuleCoverage(byDecision.values());
    }

    /**
     * The decisions of other files, for tests of DMN files and for trying out a draft.
     *
     * @param pattern a Spring resource pattern, such as {@code classpath*:processes/*.dmn}
     */
    public static Rules of(String pattern) {
        return new Rules(pattern);
    }

    /**
     * Other files come into force: those that process owners changed. Decisions under way end with the ones they began with.
     *
     * @param files DMN texts by their file names, all of them
     * @throws RuleFailed if one cannot be read; then the present ones stay
     */
    public void replaceWith(Map<String, byte[]> files) {
        oneAtATime.lock();
        try {
            var read = new ArrayList<DmnFile>();
            files.forEach((name, text) -> read.add(DmnFiles.read(name, text, evaluator)));
            if (!versions(byDecision.values()).equals(versions(read))) {
                byDecision = DmnFiles.byDecision(read);
                coverage = new RuleCoverage(byDecision.values());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private static Set<String> versions(Collection<DmnFile> files) {
        return files.stream().map(DmnFile::version).collect(Collectors.toSet());
    }

    /** The ids of all decisions, in alphabetical order. */
    public Set<String> decisions() {
        return new TreeSet<>(byDecision.keySet());
    }

    /** Whether a decision of this id is in force. */
    public boolean knows(String decisionId) {
        return byDecision.containsKey(decisionId);
    }

    /**
     * Evaluates a decision and those it requires.
     *
     * @param facts JSON-like values by their names in the DMN file; a fact that is missing is null there
     * @throws RuleFailed if there is no such decision or its evaluation fails
     */
    public Decision decide(String decisionId, Map<String, ? extends @Nullable Object> facts) {
        oneAtATime.lock();
        try (var turn = FeelBounds.turn()) {
            return evaluate(decisionId, facts);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Decision evaluate(String decisionId, Map<String, ? extends @Nullable Object> facts) {
        var file = fileOf(decisionId);
        var inputs = new HashMap<String, @Nullable Object>(facts);
        var result = evaluator.evaluateDecisionById(file.parsed(), decisionId, new VariablesContext(inputs));
        if (result.isFailure()) {
            throw new RuleFailed(
                    decisionId,
                    "of " + file.name() + " could not be evaluated with the facts given",
                    "a process owner has to look at '" + result.getFailedDecisionId()
                            + "', at its hit policy and at the types of its inputs",
                    result.getFailureMessage());
        }
        var matched = Matches.of(file, result);
        coverage.count(matched);
        return new Decision(decisionId, Values.read(result.getOutput()), matched, file.version(), inputs);
    }

    /**
     * SHA-256 of the file that holds the decision.
     *
     * @throws RuleFailed if there is no such decision
     */
    public String version(String decisionId) {
        return fileOf(decisionId).version();
    }

    /** Which rows of which tables have matched since the program started. */
    public RuleCoverage coverage() {
        return coverage;
    }

    private DmnFile fileOf(String decisionId) {
        var file = byDecision.get(decisionId);
        if (file == null) {
            throw new RuleFailed(
                    decisionId, "is in no DMN file", "put its file into processes/ or use one of " + decisions());
        }
        return file;
    }
}
