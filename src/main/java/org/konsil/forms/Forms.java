package org.konsil.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All forms: those of the folder {@code forms/} by id, and any other from its JSON. */
@Component
public final class Forms {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int MOST_KEPT = 500;
    private static final int LONGEST_SCHEMA = 1_000_000;

    private final Ground ground;
    private final List<FormSource> sources;
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    @Autowired
    Forms(Clock clock, MessageSource messages, ObjectProvider<FieldKind> kinds, ObjectProvider<FormSource> sources) {
        this(clock, messages, kinds.stream().toList(), sources.stream().toList());
    }

    Forms(Clock clock, MessageSource messages, List<FieldKind> kinds) {
        this(clock, messages, kinds, List.of());
    }

    private Forms(Clock clock, MessageSource messages, List<FieldKind> kinds, List<FormSource> sources) {
        this.sources = sources;
        this.ground = new Ground(
                new Feel(clock),
                new Sentences(messages),
                clock,
                kinds.stream().collect(Collectors.toUnmodifiableMap(FieldKind::name, Function.identity())));
    }

    /**
     * A form from the JSON of a Camunda form; parsed forms are kept.
     *
     * @throws BrokenForm with the JSON pointer of what cannot be shown
     */
    public Form parse(String json) {
        var known = parsed.get(json);
        if (known != null) {
            return known;
        }
        var form = read(json);
        if (parsed.size() >= MOST_KEPT) {
            parsed.clear();
        }
        parsed.put(json, form);
        return form;
    }

    /**
     * The form of this id that is in force, else that of the folder {@code forms/}: the file {@code <id>.form}.
     *
     * @throws UnknownForm if there is none
     * @throws BrokenForm with the JSON pointer of what cannot be shown
     */
    public Form named(String id) {
        return parse(schema(id));
    }

    /**
     * The JSON of the form of this id that is in force, else that of the folder {@code forms/}.
     *
     * @throws UnknownForm if there is none
     */
    public String schema(String id) {
        var inForce =
                sources.stream().flatMap(source -> source.schema(id).stream()).findFirst();
        return inForce.orElseGet(() -> packed(id));
    }

    private static String packed(String id) {
        var file = new ClassPathResource("forms/" + id + ".form");
        if (!ID.matcher(id).matches() || !file.exists()) {
            throw new UnknownForm(id);
        }
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Form read(String json) {
        var cursor = new Cursor(node(json), "", ground.feel(), ground.sentences());
        if (!cursor.node().isObject()) {
            throw cursor.broken("object");
        }
        var components = new SchemaReader().components(cursor, 0);
        return new Form(cursor.text("id", "form"), cursor.words("title"), components, ground, cursor);
    }

    private JsonNode node(String json) {
        if (json.length() > LONGEST_SCHEMA) {
            throw new BrokenForm("", ground.sentences().say(Locale.ENGLISH, "schema.long", LONGEST_SCHEMA));
        }
        try {
            return Feel.read(json);
        } catch (JsonProcessingException e) {
            throw new BrokenForm("", ground.sentences().say(Locale.ENGLISH, "schema.json", e.getOriginalMessage()));
        }
    }
}
