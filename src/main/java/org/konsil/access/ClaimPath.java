package org.konsil.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a claim, also a nested one; names may hold dots themselves, as those that are addresses do. */
final class ClaimPath {

    private ClaimPath() {}

    static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (var dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                var found = find(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** One word; a list with one word counts as one. */
    static Optional<String> word(Map<?, ?> claims, String path) {
        var words = words(claims, path);
        return words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }

    /** A name may be of several words. */
    static Optional<String> text(Map<?, ?> claims, String path) {
        return find(claims, path) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    /** A list, or words with blanks between them as OAuth writes scopes. */
    static List<String> words(Map<?, ?> claims, String path) {
        var found = find(claims, path);
        if (found instanceof Collection<?> many) {
            return many.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(word -> !word.isBlank())
                    .toList();
        }
        return found instanceof String text
                ? Arrays.stream(text.split("\\s+", -1))
                        .filter(word -> !word.isBlank())
                        .toList()
                : List.of();
    }
}
