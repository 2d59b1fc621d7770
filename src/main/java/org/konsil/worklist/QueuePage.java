package org.konsil.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next opaque: the {@code after} of the next page; null on the last
 * @param before opaque: the {@code before} of the page before; null on the first
 */
record QueuePage(
        List<WorkItem> items,
        @Nullable String next,
        @Nullable String before) {}
