package org.konsil.forms;

import java.util.Map;

/**
 * What other modules may know of a field.
 *
 * @param path {@code name}, {@code group.name}, {@code signatories[].name} in a list's rows
 * @param type the type in the Camunda form: {@code textfield}, {@code radio}, ...
 * @param properties the free properties of the component
 */
public record FormField(String path, String type, boolean required, Map<String, String> properties) {}
