package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;

/** Variables, their values as JSON. */
final class VariableEvents {

    /** The longest value that is kept where searches compare; longer ones are cut there and kept whole beside it. */
    static final int COMPARED = 8192;

    private static final int INDEXED = 200;

    private VariableEvents() {}

    static void apply(Happening event, VariableRecordValue value, Batch batch) {
        if (event.intent() == VariableIntent.CREATED) {
            keep(batch.created(Table.VARIABLE, event.key()), value)
                    .set("process_instance_key", value.getProcessInstanceKey())
                    .set("scope_key", value.getScopeKey())
                    .set("name", value.getName());
        } else if (event.intent() == VariableIntent.UPDATED) {
            keep(batch.changed(Table.VARIABLE, event.key()), value);
        }
    }

    /** What an index over values holds of one. */
    static String start(String json) {
        return json.length() <= INDEXED ? json : json.substring(0, INDEXED);
    }

    private static Row keep(Row row, VariableRecordValue value) {
        var json = value.getValue();
        return row.set("value_start", start(json))
                .set("variable_value", json)
                .set("full_value", json.length() > COMPARED ? json : null);
    }
}
