package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konsil.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Small makers for tests: forms in JSON with single quotes, answers, sentences. */
final class SomeForms {

    static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-27T10:00:00Z"), ZoneOffset.UTC);
    static final JsonNode NOTHING = json("{}");

    private SomeForms() {}

    static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    static Forms forms() {
        var shouting = new FieldKind() {
            @Override
            public String name() {
                return "quiet";
            }

            @Override
            public Optional<String> objection(String value, Locale reader) {
                return value.endsWith("!") ? Optional.of("Do not shout.") : Optional.empty();
            }
        };
        return new Forms(TODAY, messages(), List.of(shouting));
    }

    static Form form(String... components) {
        return forms().parse(
                        ("{'id': 'sample', 'type': 'default', 'components': [" + String.join(",", components) + "]}")
                                .replace('\'', '"'));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static MultiValueMap<String, String> posted(String... namesAndValues) {
        var map = new LinkedMultiValueMap<String, String>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            map.add(namesAndValues[index], namesAndValues[index + 1]);
        }
        return map;
    }

    /** What is wrong with answers in JSON, each as {@code pointer sentence}. */
    static List<String> wrong(Form form, String data) {
        return said(form.validate(form.read(json(data), NOTHING), Locale.ENGLISH));
    }

    static List<String> wrong(Form form, MultiValueMap<String, String> posted) {
        return said(form.validate(form.bind(posted, NOTHING), Locale.ENGLISH));
    }

    static List<String> said(List<Refusal.Field> fields) {
        return fields.stream()
                .map(field -> field.pointer() + " " + field.reason())
                .toList();
    }
}
