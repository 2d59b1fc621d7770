package org.konsil.telling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** News for programs. */
@Needs(Right.BE_SIGNED_IN)
@RestController
@RequestMapping("/api/v1/news")
@Tag(name = "News", description = "What is new for whoever asks.")
class NewsApi {

    /** @param total of what is answered here */
    record Answer(List<NewsLine> items, long total) {}

    private final Newspaper paper;
    private final Access access;

    NewsApi(Newspaper paper, Access access) {
        this.paper = paper;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The newest hundred", description = "Ids, codes and the case's pseudonym; nothing clinical.")
    Answer list(@RequestParam(defaultValue = "false") boolean unread) {
        var lines = paper.of(access.current(), unread);
        return new Answer(lines, lines.size());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that one was read", description = "Saying it twice is once.")
    void read(@PathVariable long id) {
        paper.open(id, access.current());
    }
}
