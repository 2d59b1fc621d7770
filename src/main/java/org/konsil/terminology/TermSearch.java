package org.konsil.terminology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

/**
 * Finds terms by the beginnings of words in any language. First the term whose number or whole name was typed, then names that
 * begin with the text, then names that hold its words. The names are kept in memory until an import, here or on another node, brings others.
 */
@Repository
class TermSearch {

    private static final int MOST_WORDS = 8;
    private static final int MOST_TEXT = 200;

    private record Kept(String stamp, NameIndex names) {}

    private final Terms terms;
    private final SourceFiles sources;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    TermSearch(Terms terms, SourceFiles sources) {
        this.terms = terms;
        this.sources = sources;
    }

    List<Hit> find(String system, String text, int limit, String language) {
        var words = Folded.words(text.substring(0, Math.min(text.length(), MOST_TEXT))).stream()
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty() || limit == 0) {
            return List.of();
        }
        return names(system).find(words, language, limit).stream()
                .map(code -> hit(new Code(system, code), words, language))
                .toList();
    }

    private NameIndex names(String system) {
        var stamp = sources.stamp();
        var now = kept.get(system);
        if (now == null || !now.stamp().equals(stamp)) {
            now = kept.compute(
                    system,
                    (any, had) -> had != null && had.stamp().equals(stamp) ? had : new Kept(stamp, read(system)));
        }
        return now.names();
    }

    private NameIndex read(String system) {
        var builder = new NameIndex.Builder();
        terms.everyName(system, builder);
        return builder.build();
    }

    private Hit hit(Code code, List<String> words, String language) {
        var names = terms.names(code);
        var shown = Term.of(code, names, language, false);
        var english = Term.of(code, names, Language.ENGLISH, false);
        var matched = fits(shown.label(), words) ? Optional.<Name>empty() : matched(names, words, language);
        return new Hit(
                code,
                shown.label(),
                shown.language(),
                matched.map(Name::text).orElse(""),
                matched.map(Name::language).orElse(""),
                english.label());
    }

    /** One that fits what was typed, in the reader's language if there is one. */
    private static Optional<Name> matched(List<Name> names, List<String> words, String language) {
        var fitting = names.stream().filter(name -> fits(name.text(), words)).toList();
        return fitting.stream()
                .filter(name -> name.language().equals(language))
                .findFirst()
                .or(() -> fitting.stream()
                        .filter(name -> name.language().equals(Language.ENGLISH))
                        .findFirst())
                .or(() -> fitting.stream().findFirst());
    }

    private static boolean fits(String name, List<String> words) {
        var folded = Folded.of(name);
        return words.stream().allMatch(word -> folded.contains(" " + word));
    }
}
