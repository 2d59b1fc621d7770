package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.ElementInstanceStateEnum;
import java.util.ArrayList;
import java.util.List;
import org.konsil.engine.store.Shape.Criterion;
import org.konsil.engine.store.Shape.Field;

/** The filters that look into other tables. */
final class Criteria {

    private static final List<Field> ELEMENT = List.of(
            new Field("elementId", "e.element_id", Kind.TEXT),
            new Field(
                    "elementInstanceState",
                    "e.state",
                    Kind.TEXT,
                    Choice.of("elementInstanceState", ElementInstanceStateEnum.class)),
            new Field("hasElementInstanceIncident", "(e.incidents > 0)", Kind.FLAG));

    private Criteria() {}

    /** Every named variable has the value, which is compared as JSON text; the columns say whose variables count. */
    static Criterion variables(String column, String variablesColumn) {
        return (wanted, filter, to) -> wanted.forEach(variable -> {
            var value = variable.path("value");
            if (Comparison.isUnset(variable.path("name"))) {
                throw SearchRefused.argument("Variable name must not be null.");
            }
            if (Comparison.isUnset(value)) {
                throw SearchRefused.argument("Variable value must not be null.");
            }
            var inner = new Conditions();
            inner.and("v.name = ?", variable.path("name").asText());
            var exact = value.isObject() ? value.path("$eq") : value;
            if (exact.isTextual()) {
                inner.and("v.value_start = ?", VariableEvents.start(exact.asText()));
            }
            Comparison.add(new Field("value", "v.variable_value", Kind.TEXT), value, inner);
            to.andWithin(column + " in (select " + variablesColumn + " from engine_variable v where %s)", inner);
        });
    }

    /** One of the names in the list that belongs to the user task. */
    static Criterion candidate(Table list) {
        return (wanted, filter, to) -> {
            var inner = new Conditions();
            Comparison.add(new Field("candidate", "c.name", Kind.TEXT), wanted, inner);
            to.andWithin(
                    "exists (select 1 from " + list.sqlName() + " c where c.user_task_key = t.user_task_key and %s)",
                    inner);
        };
    }

    /** Conditions on elements of the process instance: one element must meet them all. */
    static Criterion element() {
        return (wanted, filter, to) -> {
            var asked = ELEMENT.stream()
                    .filter(field -> !Comparison.isUnset(filter.path(field.name())))
                    .toList();
            if (filter.path(asked.getFirst().name()) != wanted) {
                return; // added already with the first of them
            }
            var inner = new Conditions();
            asked.forEach(field -> Comparison.add(field, filter.path(field.name()), inner));
            to.andWithin(
                    "exists (select 1 from engine_element_instance e"
                            + " where e.process_instance_key = t.process_instance_key and %s)",
                    inner);
        };
    }

    /** An active incident of the process instance meets it. */
    static Criterion incident(String name, String column, Kind kind) {
        return (wanted, filter, to) -> {
            var inner = new Conditions();
            Comparison.add(new Field(name, column, kind), wanted, inner);
            to.andWithin(
                    "exists (select 1 from engine_incident i where i.process_instance_key = t.process_instance_key"
                            + " and i.state = 'ACTIVE' and %s)",
                    inner);
        };
    }

    static Criterion retriesLeft() {
        return (wanted, filter, to) -> to.and(((boolean) Kind.FLAG.valueOf("hasRetriesLeft", wanted) ? "" : "not ")
                + "exists (select 1 from engine_job j where j.process_instance_key = t.process_instance_key"
                + " and j.state = 'FAILED' and j.retries > 0)");
    }

    static Criterion tags() {
        return (wanted, filter, to) ->
                wanted.forEach(tag -> to.and("t.tags like ?", "%" + Tags.join(List.of(tag.asText())) + "%"));
    }

    static Criterion never() {
        return (wanted, filter, to) -> to.and("1 = 0");
    }

    /** Nothing newer of the same id. */
    static Criterion latest() {
        return (wanted, filter, to) -> {
            if ((boolean) Kind.FLAG.valueOf("isLatestVersion", wanted)) {
                to.and("not exists (select 1 from engine_process_definition n"
                        + " where n.process_definition_id = t.process_definition_id"
                        + " and n.version > t.version and not n.deleted)");
            }
        };
    }

    /** At least one of several filters over the same shape. */
    static Criterion or(Shape shape) {
        return (wanted, filter, to) -> {
            var alternatives = new ArrayList<Conditions>();
            for (JsonNode one : wanted) {
                var conditions = new Conditions();
                shape.filter(one, conditions);
                alternatives.add(conditions);
            }
            to.andAny(alternatives);
        };
    }
}
