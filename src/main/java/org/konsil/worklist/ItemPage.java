package org.konsil.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of work.
 *
 * @param total how many there are on all pages
 * @param next opaque: the {@code after} of the next page; null on the last
 */
public record ItemPage(
        List<WorkItem> items, long total, @Nullable String next) {}
