package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.camunda.client.protocol.rest.*;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contract of Camunda 8.8's searches, as the official client's own classes say it: what can be sorted by, filtered by, and how. */
enum Contract {
    PROCESS_DEFINITIONS(
            "process-definitions",
            ProcessDefinitionFilter.class,
            ProcessDefinitionSearchQuerySortRequest.FieldEnum.class,
            ProcessDefinitionSearchQueryResult.class),
    DECISION_DEFINITIONS(
            "decision-definitions",
            DecisionDefinitionFilter.class,
            DecisionDefinitionSearchQuerySortRequest.FieldEnum.class,
            DecisionDefinitionSearchQueryResult.class),
    DECISION_REQUIREMENTS(
            "decision-requirements",
            DecisionRequirementsFilter.class,
            DecisionRequirementsSearchQuerySortRequest.FieldEnum.class,
            DecisionRequirementsSearchQueryResult.class),
    DECISION_INSTANCES(
            "decision-instances",
            DecisionInstanceFilter.class,
            DecisionInstanceSearchQuerySortRequest.FieldEnum.class,
            DecisionInstanceSearchQueryResult.class),
    PROCESS_INSTANCES(
            "process-instances",
            ProcessInstanceFilter.class,
            ProcessInstanceSearchQuerySortRequest.FieldEnum.class,
            ProcessInstanceSearchQueryResult.class),
    ELEMENT_INSTANCES(
            "element-instances",
            ElementInstanceFilter.class,
            ElementInstanceSearchQuerySortRequest.FieldEnum.class,
            ElementInstanceSearchQueryResult.class),
    VARIABLES(
            "variables",
            VariableFilter.class,
            VariableSearchQuerySortRequest.FieldEnum.class,
            VariableSearchQueryResult.class),
    USER_TASKS(
            "user-tasks",
            UserTaskFilter.class,
            UserTaskSearchQuerySortRequest.FieldEnum.class,
            UserTaskSearchQueryResult.class),
    JOBS("jobs", JobFilter.class, JobSearchQuerySortRequest.FieldEnum.class, JobSearchQueryResult.class),
    INCIDENTS(
            "incidents",
            IncidentFilter.class,
            IncidentSearchQuerySortRequest.FieldEnum.class,
            IncidentSearchQueryResult.class),
    MESSAGE_SUBSCRIPTIONS(
            "message-subscriptions",
            MessageSubscriptionFilter.class,
            MessageSubscriptionSearchQuerySortRequest.FieldEnum.class,
            MessageSubscriptionSearchQueryResult.class),
    CORRELATED_MESSAGES(
            "correlated-message-subscriptions",
            CorrelatedMessageSubscriptionFilter.class,
            CorrelatedMessageSubscriptionSearchQuerySortRequest.FieldEnum.class,
            CorrelatedMessageSubscriptionSearchQueryResult.class);

    final String path;
    final Class<?> answer;
    private final Class<?> filter;
    private final Class<? extends Enum<?>> sort;

    Contract(String path, Class<?> filter, Class<? extends Enum<?>> sort, Class<?> answer) {
        this.path = "/v2/" + path + "/search";
        this.filter = filter;
        this.sort = sort;
        this.answer = answer;
    }

    List<String> sortFields() {
        return names(sort);
    }

    /** The fields of what is found. */
    Set<String> itemFields() {
        try {
            var items = (ParameterizedType) answer.getMethod("getItems").getGenericReturnType();
            return properties((Class<?>) items.getActualTypeArguments()[0]).keySet();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Each filter with a value, plain and under every operator that its class has. */
    Map<String, List<Object>> filters() {
        return filters(filter);
    }

    static Map<String, List<Object>> filters(Class<?> filter) {
        var filters = new LinkedHashMap<String, List<Object>>();
        properties(filter).forEach((name, getter) -> filters.put(name, values(name, getter)));
        return filters;
    }

    /** The filters whose values are listed in the contract, with what would be no value of theirs. */
    List<String> choices() {
        return properties(filter).entrySet().stream()
                .filter(it -> choice(it.getValue().getReturnType()) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Object> values(String name, Method getter) {
        var type = getter.getReturnType();
        if (name.equals("tags")) return List.of(List.of("a-tag"));
        if (name.equals("$or")) return List.of(List.of(Map.of("processDefinitionId", "a")));
        if (List.class.isAssignableFrom(type))
            return List.of(
                    List.of(Map.of("name", "x", "value", "1")),
                    List.of(Map.of("name", "x", "value", Map.of("$like", "1*"))));
        var values = new ArrayList<Object>(List.of(plain(name, type)));
        if (type.getSimpleName().endsWith("FilterProperty"))
            for (var operator : properties(type).values()) values.add(compared(name, type, operator));
        return values;
    }

    private static Map<String, Object> compared(String name, Class<?> type, Method operator) {
        var property = operator.getAnnotation(JsonProperty.class).value();
        var plain = plain(name, type);
        return switch (property) {
            case "$exists" -> Map.of(property, true);
            case "$in", "$notIn" -> Map.of(property, List.of(plain, plain));
            default -> Map.of(property, plain);
        };
    }

    private static Object plain(String name, Class<?> type) {
        var choice = choice(type);
        if (choice != null) return names(choice).getFirst();
        if (type == Boolean.class) return true;
        if (type == Integer.class || type == IntegerFilterProperty.class) return 7;
        if (type == DateTimeFilterProperty.class) return "2026-01-02T03:04:05+02:00";
        return name.endsWith("Key") ? "2251799813685249" : "some";
    }

    private static @Nullable Class<? extends Enum<?>> choice(Class<?> type) {
        return Stream.concat(
                        Stream.of(type),
                        properties(type).values().stream()
                                .filter(it -> type.getSimpleName().endsWith("FilterProperty"))
                                .map(Method::getReturnType))
                .filter(Class::isEnum)
                .findFirst()
                .<Class<? extends Enum<?>>>map(it -> (Class<? extends Enum<?>>) it)
                .orElse(null);
    }

    private static List<String> names(Class<? extends Enum<?>> values) {
        return Stream.of(values.getEnumConstants())
                .filter(it -> !it.name().equals("UNKNOWN_DEFAULT_OPEN_API"))
                .map(Object::toString)
                .toList();
    }

    private static Map<String, Method> properties(Class<?> type) {
        var properties = new LinkedHashMap<String, Method>();
        for (var method : type.getMethods()) {
            var property = method.getAnnotation(JsonProperty.class);
            if (property != null && method.getParameterCount() == 0) properties.put(property.value(), method);
        }
        return properties;
    }
}
