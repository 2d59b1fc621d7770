package org.konsil.interop.phenopacket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells in sentences what a packet holds in codes, for the people who read the case. */
@Component
class Narrative {

    private final MessageSource messages;

    Narrative(MessageSource messages) {
        this.messages = messages;
    }

    /** Diseases, features that are there and features that were looked for in vain. */
    String summary(PhenopacketCase packet, Locale reader) {
        var lines = new ArrayList<String>();
        var diseases = packet.presentDiseases().stream().map(Concept::toString).toList();
        lines.add(
                diseases.isEmpty()
                        ? say(reader, "undiagnosed")
                        : say(reader, "diagnosed", String.join("; ", diseases)));
        add(lines, reader, "present", features(packet, false));
        add(lines, reader, "absent", features(packet, true));
        return String.join("\n", lines);
    }

    /** What has no field of its own, one line each. */
    String history(PhenopacketCase packet, Locale reader) {
        var lines = new ArrayList<String>();
        var subject = packet.subject();
        add(lines, reader, "karyotype", subject.karyotypicSex() == null ? "" : subject.karyotypicSex());
        add(
                lines,
                reader,
                "gender",
                subject.gender() == null ? "" : subject.gender().toString());
        var death = subject.vitalStatus();
        add(
                lines,
                reader,
                "died",
                death.timeOfDeath() == null ? "" : death.timeOfDeath().value());
        add(
                lines,
                reader,
                "cause",
                death.causeOfDeath() == null ? "" : death.causeOfDeath().toString());
        packet.interpretations().forEach(each -> add(lines, reader, "interpretation", each.summary()));
        packet.phenotypes().stream()
                .filter(each -> !each.description().isBlank())
                .forEach(each -> lines.add(each.type() + ": " + each.description()));
        packet.measurements().forEach(each -> add(lines, reader, "measured", each));
        packet.medicalActions().forEach(each -> add(lines, reader, "treated", each));
        packet.files()
                .forEach(each -> add(
                        lines,
                        reader,
                        "file",
                        Stream.of(each.description(), each.uri())
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.joining(" · "))));
        return String.join("\n", lines);
    }

    private static String features(PhenopacketCase packet, boolean excluded) {
        return packet.phenotypes().stream()
                .filter(each -> each.excluded() == excluded)
                .map(each -> each.type().toString())
                .collect(Collectors.joining(", "));
    }

    private void add(List<String> lines, Locale reader, String key, String text) {
        if (!text.isBlank()) {
            lines.add(say(reader, key, text));
        }
    }

    private String say(Locale reader, String key, Object... arguments) {
        return messages.getMessage("interop.narrative." + key, arguments, reader);
    }
}
