package org.konsil.terminology;

import java.util.List;

/**
 * A named concept of a terminology.
 *
 * @param label the name that the terminology prefers
 * @param language that of the label, two letters: the one asked for, else English, else one that has a name for it
 * @param synonyms other names in this language; the search finds those of all languages
 * @param obsolete the terminology has retired it; old cases still carry it
 */
public record Term(Code code, String label, String language, List<String> synonyms, boolean obsolete) {

    public Term {
        synonyms = List.copyOf(synonyms);
    }

    static Term of(Code code, List<Name> names, String wanted, boolean obsolete) {
        var language = languageOf(names, wanted);
        var texts = names.stream()
                .filter(name -> name.language().equals(language))
                .map(Name::text)
                .toList();
        return texts.isEmpty()
                ? new Term(code, code.toString(), Language.ENGLISH, List.of(), obsolete)
                : new Term(code, texts.getFirst(), language, texts.subList(1, texts.size()), obsolete);
    }

    private static String languageOf(List<Name> names, String wanted) {
        var spoken = names.stream().map(Name::language).toList();
        if (spoken.contains(wanted)) {
            return wanted;
        }
        return spoken.isEmpty() || spoken.contains(Language.ENGLISH) ? Language.ENGLISH : spoken.getFirst();
    }
}
