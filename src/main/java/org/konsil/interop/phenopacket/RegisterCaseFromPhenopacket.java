package org.konsil.interop.phenopacket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills in the form {@code register-case} from a Phenopacket. Provider, country, urgency and question are not in a packet; they come from
 * who sends it.
 *
 * <table>
 * <caption>What comes from where</caption>
 * <tr><th>Form</th><th>Phenopacket</th></tr>
 * <tr><td>pseudonym</td><td>id of the packet (a subject's id, "Patient 2", repeats within one sender), else id of the subject</td></tr>
 * <tr><td>recordNumber</td><td>id of the subject, which may be its sender's own number: identity, for the home provider only</td></tr>
 * <tr><td>dateOfBirth, sex, vitalStatus</td><td>subject.dateOfBirth, sex, vitalStatus.status</td></tr>
 * <tr><td>ageYears</td><td>subject.timeAtLastEncounter, if it is an age; of a range its beginning; else age at death</td></tr>
 * <tr><td>diseases</td><td>diseases not excluded, then diagnoses of interpretations, each code once</td></tr>
 * <tr><td>excludedDiseases</td><td>diseases excluded</td></tr>
 * <tr><td>diagnosisStatus</td><td>undiagnosed without a disease; confirmed if an interpretation is SOLVED; else suspected</td></tr>
 * <tr><td>phenotypes</td><td>phenotypicFeatures: type, excluded, onset</td></tr>
 * <tr><td>genes</td><td>interpretations.diagnosis.genomicInterpretations: symbol, HGVS or label, allelic state, ACMG class</td></tr>
 * <tr><td>clinicalSummary</td><td>a sentence made of the labels of diseases and phenotypic features</td></tr>
 * <tr><td>medicalHistory</td><td>measurements, medical actions, summaries, causes of death and files, one line each</td></tr>
 * <tr><td>sources</td><td>metaData.externalReferences</td></tr>
 * </table>
 */
@Component
public class RegisterCaseFromPhenopacket {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LABEL = 300;

    private final Narrative narrative;

    RegisterCaseFromPhenopacket(Narrative narrative) {
        this.narrative = narrative;
    }

    /** The form's fields, without what only the sender knows. Texts beyond a field's length are shortened with an ellipsis. */
    public ObjectNode fields(PhenopacketCase packet, Locale reader) {
        var fields = JSON.objectNode();
        var subject = packet.subject();
        fields.put("pseudonym", shortened(packet.packetId().isBlank() ? subject.id() : packet.packetId(), 200));
        if (!packet.packetId().isBlank() && !subject.id().isBlank()) {
            fields.put("recordNumber", shortened(subject.id(), 200));
        }
        if (subject.dateOfBirth() != null) {
            fields.put("dateOfBirth", subject.dateOfBirth().toString());
        }
        age(subject).ifPresent(years -> fields.put("ageYears", Math.round(Math.min(years, 130) * 100) / 100.0));
        fields.put("sex", code(subject.sex()));
        fields.put("vitalStatus", code(subject.vitalStatus().status()));
        fields.put("diagnosisStatus", status(packet));
        fields.set("diseases", diseases(packet));
        fields.set("excludedDiseases", excluded(packet));
        fields.set("phenotypes", phenotypes(packet));
        fields.set("genes", genes(packet));
        fields.put("clinicalSummary", shortened(narrative.summary(packet, reader), 20_000));
        var history = narrative.history(packet, reader);
        if (!history.isBlank()) {
            fields.put("medicalHistory", shortened(history, 60_000));
        }
        fields.set("sources", sources(packet));
        return fields;
    }

    private static Optional<Double> age(Subject subject) {
        var seen = years(subject.lastEncounter());
        return seen.isPresent() ? seen : years(subject.vitalStatus().timeOfDeath());
    }

    private static Optional<Double> years(@Nullable When when) {
        return when == null ? Optional.empty() : when.years();
    }

    private static String status(PhenopacketCase packet) {
        if (packet.presentDiseases().isEmpty()) {
            return "undiagnosed";
        }
        var solved = packet.interpretations().stream()
                .anyMatch(each -> each.progress().equals("SOLVED"));
        return solved ? "confirmed" : "suspected";
    }

    private static ArrayNode diseases(PhenopacketCase packet) {
        var rows = JSON.arrayNode();
        for (var disease : packet.presentDiseases()) {
            var row = concept(rows.addObject(), disease);
            packet.diseases().stream()
                    .filter(each -> !each.excluded() && each.term().code().equals(disease.code()))
                    .findFirst()
                    .ifPresent(found -> onset(row, found.onset()));
        }
        return rows;
    }

    private static ArrayNode excluded(PhenopacketCase packet) {
        var rows = JSON.arrayNode();
        packet.diseases().stream()
                .filter(DiseaseFinding::excluded)
                .forEach(each -> concept(rows.addObject(), each.term()));
        return rows;
    }

    private static ArrayNode phenotypes(PhenopacketCase packet) {
        var rows = JSON.arrayNode();
        for (var feature : packet.phenotypes()) {
            var row = concept(rows.addObject(), feature.type());
            row.put("presence", feature.excluded() ? "absent" : "present");
            onset(row, feature.onset());
        }
        return rows;
    }

    private static ArrayNode genes(PhenopacketCase packet) {
        var rows = JSON.arrayNode();
        packet.interpretations().stream()
                .flatMap(each -> each.findings().stream())
                .filter(each -> each.gene() != null || each.variant() != null)
                .forEach(each -> gene(rows.addObject(), each));
        return rows;
    }

    private static void gene(ObjectNode row, GenomicFinding finding) {
        var gene = finding.gene();
        if (gene != null) {
            put(row, "gene", gene.symbol().isBlank() ? gene.id() : gene.symbol(), 120);
        }
        var variant = finding.variant();
        if (variant != null) {
            put(row, "variant", variant.hgvs().isEmpty() ? variant.label() : String.join(", ", variant.hgvs()), 500);
            put(row, "zygosity", variant.zygosity(), 120);
            put(row, "significance", variant.acmg().equals("NOT_PROVIDED") ? "" : words(variant.acmg()), 120);
        }
    }

    private static ArrayNode sources(PhenopacketCase packet) {
        var rows = JSON.arrayNode();
        for (var source : packet.references()) {
            if (!source.id().isBlank()) {
                var row = rows.addObject();
                put(row, "reference", source.id(), 120);
                put(row, "title", source.description(), 500);
            }
        }
        return rows;
    }

    private static ObjectNode concept(ObjectNode row, Concept concept) {
        row.put("code", concept.code().toString());
        put(row, "label", concept.label(), LABEL);
        return row;
    }

    private static void onset(ObjectNode row, @Nullable When onset) {
        if (onset != null) {
            put(row, "onset", onset.label().isBlank() ? onset.value() : onset.label(), 120);
        }
    }

    private static void put(ObjectNode row, String field, String text, int most) {
        if (!text.isBlank()) {
            row.put(field, shortened(text, most));
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Cuts at a whole character, never in the middle of a surrogate pair. */
    static String shortened(String text, int most) {
        var stripped = text.strip();
        if (stripped.length() <= most) {
            return stripped;
        }
        var end = Character.isHighSurrogate(stripped.charAt(most - 2)) ? most - 2 : most - 1;
        return stripped.substring(0, end) + "…";
    }
}
