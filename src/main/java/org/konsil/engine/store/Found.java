package org.konsil.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of a search. */
public record Found(List<Map<String, @Nullable Object>> items, Page page) {

    /** Where the page lies; cursors are absent when it is empty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            long totalItems,
            boolean hasMoreTotalItems,
            @Nullable String startCursor,
            @Nullable String endCursor) {}
}
