package org.konsil.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.konsil.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names what is wrong in an input, with JSON pointers (RFC 6901). */
@Component
class WrongInput {

    private final MessageSource words;

    WrongInput(MessageSource words) {
        this.words = words;
    }

    /** The field that Jackson could not read; empty if the text is no JSON at all. */
    Optional<Refusal.Field> field(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Optional.of(new Refusal.Field(pointer(unknown), say("web.unknown-field")));
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() ->
                Optional.of(new Refusal.Field(pointer(mapping), say("web.wrong-type")));
            default -> Optional.empty();
        };
    }

    /** Line and column of what is no JSON. */
    String place(Throwable cause) {
        if (cause instanceof StreamConstraintsException) {
            return say("web.json-excessive");
        }
        if (cause instanceof JsonProcessingException unreadable && unreadable.getLocation() != null) {
            var at = unreadable.getLocation();
            return say("web.json-place", at.getLineNr(), at.getColumnNr());
        }
        return say("web.json-missing");
    }

    List<Refusal.Field> fields(BindingResult wrong) {
        return wrong.getAllErrors().stream()
                .map(error -> new Refusal.Field(
                        error instanceof FieldError field ? pointer(field.getField()) : "", reason(error)))
                .toList();
    }

    /** What could not even be read as its type would be told in Java's words. */
    private String reason(ObjectError error) {
        return error instanceof FieldError field && field.isBindingFailure()
                ? say("web.wrong-type")
                : String.valueOf(words.getMessage(error, LocaleContextHolder.getLocale()));
    }

    Refusal.Field parameter(String name, String messageCode) {
        return new Refusal.Field("/" + escape(name), say(messageCode));
    }

    /** {@code members[2].name} becomes {@code /members/2/name}. */
    static String pointer(String path) {
        return "/" + path.replaceAll("\\[(\\w+)]", ".$1").replace("/", "~1").replace('.', '/');
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private String say(String code, Object... arguments) {
        return words.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
