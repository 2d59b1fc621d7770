package org.konsil.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import org.konsil.forms.Form;

/**
 * A task's form as it opens for one reader.
 *
 * @param schema the JSON of the Camunda form
 * @param data what its fields hold at first, the reader's draft included
 * @param context what the process brings: options, read-only values; never from the draft
 */
public record OpenedForm(WorkItem item, String schema, Form form, JsonNode data, JsonNode context) {}
