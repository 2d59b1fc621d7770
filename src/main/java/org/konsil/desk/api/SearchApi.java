package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.casefile.CaseSearch;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.SEARCH)
@RestController
@RequestMapping("/api/v1/cases/search")
@Tag(name = "Cases")
class SearchApi {

    /** @param text a pseudonym or a record number, whole */
    record Sought(@NotBlank @Size(max = 200) String text) {}

    record Found(List<CaseLine> items) {}

    private final CaseSearch search;
    private final Access access;

    SearchApi(CaseSearch search, Access access) {
        this.search = search;
        this.access = access;
    }

    @PostMapping
    @Operation(
            summary = "Find a case of your own hospital",
            description =
                    "By its whole pseudonym or record number; capitals, blanks and hyphens do not matter. At most 50, newest"
                            + " first. Searching is an entry of the history, without the text.")
    Found find(@Valid @RequestBody Sought sought) {
        return new Found(search.search(sought.text(), access.current()).stream()
                .map(CaseLine::of)
                .toList());
    }
}
