package org.konsil.engine.gateway.rest;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;
import org.springframework.util.StringUtils;

/** The two calls that nearly everything has: search many, get one. */
record Lists(Searches searches) {

    Handler search(Subject subject) {
        return call -> Reply.ok(searches.search(subject, call.body().json()));
    }

    /** What the path names, by its key. */
    Handler get(Subject subject, String key) {
        return call -> Reply.ok(one(subject, call.key(key)));
    }

    Map<String, @Nullable Object> one(Subject subject, long key) {
        return searches.get(subject, key).orElseThrow(() -> Problem.notFound(called(subject), key));
    }

    /** What messages call one of these: "Process Instance". */
    static String called(Subject subject) {
        var words = new StringBuilder();
        for (var word : subject.name().replaceFirst("^WHOLE_", "").split("_", -1)) {
            words.append(StringUtils.capitalize(word.toLowerCase(Locale.ROOT))).append(' ');
        }
        var all = words.toString().strip();
        return subject == Subject.DECISION_REQUIREMENTS ? all : all.substring(0, all.length() - 1);
    }
}
