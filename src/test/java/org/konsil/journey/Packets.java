package org.konsil.journey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Phenopackets of invented patients, or those of a folder named by the system property {@code konsil.phenopackets}. */
final class Packets {

    private static final List<String> AGES = List.of("P4Y2M", "", "P41Y", "P9M", "P16Y", "P67Y", "P0D");

    /** Disease, then what was seen and what was looked for in vain. */
    private static final List<List<String>> FINDINGS = List.of(
            List.of("ORPHA:65683", "HP:0001250", "HP:0001249", "!HP:0000252"),
            List.of("OMIM:310200", "HP:0001324", "HP:0003236"),
            List.of("OMIM:615688", "HP:0001297", "!HP:0001250"),
            List.of("", "HP:0001263", "HP:0001252", "HP:0000252"),
            List.of("ORPHA:586", "!HP:0000365"),
            List.of("OMIM:143100", "HP:0002072", "HP:0000726"),
            List.of("ORPHA:635", "HP:0001252"),
            List.of("ORPHA:999999", "HP:0001332"),
            List.of("OMIM:154700"),
            List.of("", "HP:0001251", "!HP:0001337"));

    private Packets() {}

    /** @param many of them; where a folder is named, its first ones in alphabetical order */
    static List<String> some(int many) {
        var folder = System.getProperty("konsil.phenopackets");
        return folder == null
                ? IntStream.range(0, many).mapToObj(Packets::invented).toList()
                : in(Path.of(folder)).limit(many).map(Packets::read).toList();
    }

    private static String invented(int number) {
        var packet = Door.JSON.createObjectNode().put("id", "invented-" + number);
        var findings = FINDINGS.get(number % FINDINGS.size());
        subject(packet.putObject("subject"), number);
        if (!findings.getFirst().isEmpty()) {
            term(packet.putArray("diseases").addObject(), "term", findings.getFirst());
        }
        features(packet.putArray("phenotypicFeatures"), findings.subList(1, findings.size()));
        var meta = packet.putObject("metaData");
        meta.put("created", "2026-01-05T09:00:00Z").put("createdBy", "konsil").put("phenopacketSchemaVersion", "2.0");
        return packet.toString();
    }

    private static void subject(ObjectNode subject, int number) {
        subject.put("id", "patient-" + number).put("sex", number % 2 == 0 ? "FEMALE" : "MALE");
        var age = AGES.get(number % AGES.size());
        if (!age.isEmpty()) {
            subject.putObject("timeAtLastEncounter").putObject("age").put("iso8601duration", age);
        }
        if (number % 13 == 12) {
            subject.putObject("vitalStatus").put("status", "DECEASED");
        }
    }

    private static void features(ArrayNode features, List<String> codes) {
        for (var code : codes) {
            var feature = features.addObject();
            term(feature, "type", code.replace("!", ""));
            if (code.startsWith("!")) {
                feature.put("excluded", true);
            } else {
                feature.putObject("onset").putObject("age").put("iso8601duration", "P3M");
            }
        }
    }

    private static void term(ObjectNode parent, String name, String code) {
        parent.putObject(name).put("id", code).put("label", code);
    }

    private static Stream<Path> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
