package org.konsil.packs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the owner of a country's pack moves its cases to newer rules. */
@Needs(Right.DEPLOY)
@RestController
@RequestMapping("/api/v1/packs/{country}/moves")
@Tag(name = "Country packs")
class PackMovesApi {

    record To(@NotNull LocalDate rulesOf) {}

    /** One case's answer. */
    record Line(
            String caseId,

            @Schema(description = "the day whose rules held before")
            LocalDate rulesOf,

            boolean moves,

            @Schema(description = "why it stays", example = "pack-day") @Nullable
            String reason) {}

    record Moves(LocalDate rulesOf, long moving, List<Line> cases) {}

    private final PackMoves moves;
    private final Access access;

    PackMovesApi(PackMoves moves, Access access) {
        this.moves = moves;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary =
                    "What would become of each case under way if the country's cases were moved to the rules of that day")
    Moves preview(@PathVariable String country, @RequestParam LocalDate rulesOf) {
        var of = owned(country, access.current());
        return said(rulesOf, moves.preview(of, rulesOf));
    }

    @PostMapping
    @Operation(
            summary = "Move the country's cases under way to the rules of a later day",
            description =
                    "They hold for each case from its next stage on. A case that cannot be moved says why, and stops no other.")
    Moves move(@PathVariable String country, @Valid @RequestBody To to) {
        var person = access.current();
        var of = owned(country, person);
        return said(to.rulesOf(), moves.move(of, to.rulesOf(), person.actor()));
    }

    private static Country owned(String code, Person person) {
        var country = Country.of(code);
        if (!person.isIn(new Group("owner", "all")) && !person.isIn(new Group("owner", country.code()))) {
            throw PackRefused.notYourPack(country);
        }
        return country;
    }

    private static Moves said(LocalDate day, List<PackMoves.Move> found) {
        var lines = found.stream()
                .map(it -> new Line(it.caseId().toString(), it.before(), it.refusal() == null, it.refusal()))
                .toList();
        return new Moves(day, lines.stream().filter(Line::moves).count(), lines);
    }
}
