package org.konsil.kernel;

import java.util.regex.Pattern;

/**
 * A candidate group of human tasks: a role and the thing it is held for, {@code clinician:hus}, {@code dispatcher:epicare},
 * {@code contact:fi}. The same text stands in the BPMN's candidate groups and in a user's memberships.
 */
public record Group(String role, String scope) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+):([a-z0-9-]+)");

    /** @throws IllegalArgumentException if the text is not {@code role:scope} */
    public static Group of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("A group is written role:scope, for example dispatcher:epicare");
        }
        return new Group(match.group(1), match.group(2));
    }

    @Override
    public String toString() {
        return role + ":" + scope;
    }
}
