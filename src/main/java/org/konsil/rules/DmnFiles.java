package org.konsil.rules;

import io.camunda.zeebe.dmn.DecisionEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads DMN files; a file that cannot be parsed stops the start, because a process would hang on it later. */
final class DmnFiles {

    private DmnFiles() {}

    static List<DmnFile> read(String pattern, DecisionEngine evaluator) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(resource -> read(resource, evaluator))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The DMN files " + pattern + " cannot be listed", e);
        }
    }

    private static DmnFile read(Resource resource, DecisionEngine evaluator) {
        var name = String.valueOf(resource.getFilename());
        try {
            return read(name, resource.getContentAsByteArray(), evaluator);
        } catch (IOException e) {
            throw new UncheckedIOException("The DMN file " + name + " cannot be read", e);
        }
    }

    static DmnFile read(String name, byte[] bytes, DecisionEngine evaluator) {
        var parsed = evaluator.parse(new ByteArrayInputStream(bytes));
        if (!parsed.isValid()) {
            throw new RuleFailed(
                    name,
                    "cannot be read, because its file is no valid DMN (" + cause(bytes, parsed.getFailureMessage())
                            + ")",
                    "open it in Camunda Modeler and mend it");
        }
        try {
            return new DmnFile(name, sha256(bytes), parsed, DmnTables.read(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The DMN file " + name + " cannot be read", e);
        }
    }

    /** @throws RuleFailed if two files hold the same decision */
    static Map<String, DmnFile> byDecision(List<DmnFile> files) {
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

    /** Of a broken file the evaluator only says that parsing failed; the model reader below it knows the line. */
    private static String cause(byte[] dmn, String evaluator) {
        try {
            Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
            return evaluator;
        } catch (ModelException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
