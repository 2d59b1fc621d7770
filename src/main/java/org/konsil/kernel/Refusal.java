package org.konsil.kernel;

import java.util.List;

/**
 * A rule of the domain says no. Each refusal says what was refused, why and what to do, through a message key
 * ({@code refusal.<code>.what}, {@code .why}, {@code .do}) in the reader's language. One place turns refusals into pages
 * and problem+json, one into BPMN errors.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of no it is; decides the HTTP status. */
    public enum Kind {
        /** Not there, or not for this reader to know of: 404. */
        UNKNOWN,
        /** Known, but not allowed to this person: 403. */
        FORBIDDEN,
        /** Does not fit the present state, another was faster: 409. */
        CONFLICT,
        /** The input is wrong, field by field: 422. */
        INVALID
    }

    /** One field that is wrong: a JSON pointer into the input, and the reason as a readable sentence. */
    public record Field(String pointer, String reason) {}

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Field> fields;

    /** @param code kebab-case; the last part of the problem type and the key of its messages */
    protected Refusal(Kind kind, String code, String message, Object... arguments) {
        this(kind, code, message, List.of(), arguments);
    }

    protected Refusal(Kind kind, String code, String message, List<Field> fields, Object... arguments) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.fields = List.copyOf(fields);
        this.arguments = List.of(arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The code of the BPMN error by which a process may catch it; several refusals may have one in common. */
    public String errorCode() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Field> fields() {
        return fields;
    }
}
