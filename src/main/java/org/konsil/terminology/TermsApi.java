package org.konsil.terminology;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes by name, as somebody types it. Asked in the body, because addresses are logged and people type what they have at hand. */
@Needs(Right.BE_SIGNED_IN)
@RestController
@RequestMapping("/api/v1/terms/search")
@Tag(name = "Terminology")
class TermsApi {

    private static final int USUAL = 10;

    /**
     * @param systems in this order
     * @param language two letters; without it that of the header Accept-Language
     */
    record Sought(
            @NotEmpty @Size(max = 3) List<@Pattern(regexp = "ORPHA|OMIM|HP") String> systems,
            @NotNull @Size(max = 200) String text,
            @Pattern(regexp = "[a-z]{2}") @Nullable String language,
            @Min(1) @Max(50) @Nullable Integer limit) {}

    record Found(
            String code,

            @Schema(description = "in the language asked for where there is a name in it")
            String label,

            String language,

            @Schema(description = "the name that fits, where it is not the label")
            String matched,

            String matchedLanguage,
            String english) {

        static Found of(Hit hit) {
            return new Found(
                    hit.code().toString(),
                    hit.label(),
                    hit.language(),
                    hit.matched(),
                    hit.matchedLanguage(),
                    hit.english());
        }
    }

    record Answer(List<Found> items) {}

    private final Terminology terminology;

    TermsApi(Terminology terminology) {
        this.terminology = terminology;
    }

    @PostMapping
    @Operation(
            summary = "Find diseases and phenotypes by name",
            description =
                    "By the beginnings of the words of a label or synonym in any language that is loaded, or by number. Accents and"
                            + " capitals do not matter. Shown in the reader's language where the terminology has a name in it;"
                            + " language says in which it is.")
    Answer find(@Valid @RequestBody Sought sought, Locale reader) {
        var language = Optional.ofNullable(sought.language())
                .map(Locale::forLanguageTag)
                .orElse(reader);
        var limit = Optional.ofNullable(sought.limit()).orElse(USUAL);
        return new Answer(sought.systems().stream()
                .flatMap(system -> terminology.search(system, sought.text(), limit, language).stream())
                .limit(limit)
                .map(Found::of)
                .toList());
    }
}
