package org.konsil.interop.phenopacket;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a packet's JSON against the schema's own descriptors, because protobuf's reader says what is wrong but not where,
 * and lets some things pass (numbers as texts, texts as numbers).
 */
final class Conformance {

    private final Findings findings;
    private final Scalars scalars;
    private final Meaning meaning;

    Conformance(Findings findings, Meaning meaning) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.meaning = meaning;
    }

    void check(Spot spot, Descriptor type) {
        if (type.equals(Timestamp.getDescriptor())) {
            scalars.timestamp(spot);
        } else if (!spot.node().isObject()) {
            findings.add(spot.pointer(), "expected-object");
        } else {
            fields(spot, type);
            meaning.check(spot, type);
        }
    }

    private void fields(Spot spot, Descriptor type) {
        var known = names(type);
        var seen = new HashSet<FieldDescriptor>();
        var chosen = new HashSet<OneofDescriptor>();
        spot.node().fieldNames().forEachRemaining(name -> {
            var place = spot.child(name);
            var field = known.get(name);
            if (field == null) {
                unknown(place, name, known);
            } else if (!seen.add(field)) {
                findings.add(place.pointer(), "twice", field.getJsonName());
            } else if (!place.node().isNull()) {
                alone(place, field.getRealContainingOneof(), chosen);
                values(place, field);
            }
        });
    }

    private void alone(Spot place, @Nullable OneofDescriptor choice, Set<OneofDescriptor> chosen) {
        if (choice != null && !chosen.add(choice)) {
            var names = choice.getFields().stream()
                    .map(FieldDescriptor::getJsonName)
                    .collect(Collectors.joining(", "));
            findings.add(place.pointer(), "one-of", names);
        }
    }

    private void values(Spot place, FieldDescriptor field) {
        if (findings.isFull()) {
            return;
        }
        if (field.isMapField()) {
            map(place, field.getMessageType().findFieldByName("value"));
        } else if (field.isRepeated()) {
            list(place, field);
        } else {
            value(place, field);
        }
    }

    private void map(Spot place, FieldDescriptor value) {
        if (!place.node().isObject()) {
            findings.add(place.pointer(), "expected-object");
            return;
        }
        place.node().fieldNames().forEachRemaining(key -> value(place.child(key), value));
    }

    private void list(Spot place, FieldDescriptor field) {
        if (!place.node().isArray()) {
            findings.add(place.pointer(), "expected-array");
            return;
        }
        for (int i = 0; i < place.node().size(); i++) {
            var element = place.element(i);
            if (element.node().isNull()) {
                findings.add(element.pointer(), "null-element");
            } else {
                value(element, field);
            }
        }
    }

    private void value(Spot place, FieldDescriptor field) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            check(place, field.getMessageType());
        } else {
            scalars.check(place, field);
        }
    }

    private void unknown(Spot place, String name, Map<String, FieldDescriptor> known) {
        var plain = plain(name);
        known.keySet().stream()
                .filter(other -> plain(other).equals(plain))
                .findFirst()
                .ifPresentOrElse(
                        near -> findings.add(place.pointer(), "unknown-field-near", name, near),
                        () -> findings.add(place.pointer(), "unknown-field", name));
    }

    /** Both spellings are allowed: the schema's own and the one of protobuf's JSON. */
    private static Map<String, FieldDescriptor> names(Descriptor type) {
        var names = new HashMap<String, FieldDescriptor>();
        for (var field : type.getFields()) {
            names.put(field.getJsonName(), field);
            names.put(field.getName(), field);
        }
        return names;
    }

    /** As a hasty writer might have spelt it: other case, a plural too many or too few. */
    private static String plain(String name) {
        var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }
}
