package org.konsil.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Remembers the words that take no arguments. A page has some hundreds of them, and each would be looked for in the bundles of all
 * modules, one after the other.
 */
final class RememberedWords extends ResourceBundleMessageSource {

    /** All keys in a few languages; a bound, because keys and languages may come from outside. */
    private static final int MOST = 30_000;

    private record Asked(String code, Locale reader) {}

    private final Cache<Asked, Optional<String>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale reader) {
        if (code == null || reader == null || (arguments != null && arguments.length > 0)) {
            return super.getMessageInternal(code, arguments, reader);
        }
        return known.get(
                        new Asked(code, reader),
                        asked -> Optional.ofNullable(super.getMessageInternal(asked.code(), null, asked.reader())))
                .orElse(null);
    }
}
