package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** The two calls that nearly everything has: search many, get one. */
record Lists(Searches searches) {

    Handler search(Subject subject) {
        return call -> Reply.ok(searches.search(subject, call.body().json()));
    }

    /** What the path names, by its key. */
    Handler get(Subject subject, String what, String key) {
        return call -> {
            long wanted = call.key(key);
            return Reply.ok(searches.get(subject, wanted).orElseThrow(() -> Problem.notFound(what, wanted)));
        };
    }

    static ObjectNode within(String field, Object value) {
        return JsonNodeFactory.instance.objectNode().put(field, String.valueOf(value));
    }
}
