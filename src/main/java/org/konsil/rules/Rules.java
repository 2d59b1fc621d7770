package org.konsil.rules;

import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.DecisionEvaluationResult;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The decisions of all DMN files in {@code classpath:processes/}, evaluated here with the engine's own evaluator, so
 * that the same file gives the same answer in both places. Files are read and parsed once, at start.
 */
@Service
public class Rules {

    private final DecisionEngine evaluator = DecisionEngineFactory.createDecisionEngine();
    private final Map<String, DmnFile> byDecision;
    private final RuleCoverage coverage;

    /** The evaluator writes its answers into buffers that it uses again, so one decision at a time. */
    private final Lock oneAtATime = new ReentrantLock();

    @Autowired
    Rules() {
        this("classpath*:processes/*.dmn");
    }

    private Rules(String pattern) {
        byDecision = index(DmnFiles.read(pattern, evaluator));
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

    /** The ids of all decisions, in alphabetical order. */
    public Set<String> decisions() {
        return new TreeSet<>(byDecision.keySet());
    }

    /**
     * Evaluates a decision and those it requires.
     *
     * @param facts JSON-like values by their names in the DMN file; a fact that is missing is null there
     * @throws RuleFailed if there is no such decision or its evaluation fails
     */
    public Decision decide(String decisionId, Map<String, ? extends @Nullable Object> facts) {
        oneAtATime.lock();
        try {
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
        var matched = matched(file, result);
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

    private static List<MatchedRule> matched(DmnFile file, DecisionEvaluationResult result) {
        var rows = new ArrayList<MatchedRule>();
        for (var decision : result.getEvaluatedDecisions()) {
            for (var rule : decision.matchedRules()) {
                var outputs = new TreeMap<String, @Nullable Object>();
                rule.evaluatedOutputs().forEach(out -> outputs.put(out.outputName(), Values.read(out.outputValue())));
                var description = file.description(decision.decisionId(), rule.ruleIndex());
                rows.add(new MatchedRule(decision.decisionId(), rule.ruleId(), rule.ruleIndex(), description, outputs));
            }
        }
        return rows;
    }

    private static Map<String, DmnFile> index(List<DmnFile> files) {
        var byDecision = new HashMap<String, DmnFile>();
        for (var file : files) {
            for (var decision : file.parsed().getDecisions()) {
                var other = byDecision.put(decision.getId(), file);
                if (other != null) {
                    throw new RuleFailed(
                            decision.getId(),
                            "is in both " + other.name() + " and " + file.name(),
                            "give one of them another id");
                }
            }
        }
        return byDecision;
    }
}
