package org.konsil.panel.expertise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.directory.Expert;
import org.konsil.directory.Expertise;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What experts can be asked about, for programs such as a network's own directory. */
@Needs(Right.KEEP_EXPERTISE)
@RestController
@RequestMapping("/api/v1/expertise")
@Tag(name = "Expertise", description = "What experts can be asked about.")
class ExpertiseApi {

    record ExpertiseSaid(
            @Schema(description = "as the rules for panels name it", example = "clinical-genetics")
            @NotBlank
            @Size(max = 60)
            String discipline,

            @Schema(description = "ISO 639-1 codes, the expert's own first")
            @NotEmpty
            @Size(max = Expertises.MOST_LANGUAGES)
            List<@NotBlank @Size(max = 3) String> languages,

            @Schema(description = "ORPHAcodes of branches of Orphanet's classification, without prefix")
            @NotNull
            @Size(max = 200)
            Set<@NotBlank @Size(max = 20) String> branches,

            @Schema(description = "of what was read; 409 if it was changed since") @PositiveOrZero
            int version) {}

    record ExpertiseAnswer(
            String expert,
            String name,
            @Nullable String network,
            String country,
            String discipline,
            List<String> languages,
            List<String> branches,
            int version) {}

    record AllExpertise(List<ExpertiseAnswer> items) {}

    private final Expertises expertises;
    private final Access access;

    ExpertiseApi(Expertises expertises, Access access) {
        this.expertises = expertises;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Your own expertise, and that of the experts of the network that you coordinate")
    AllExpertise all() {
        var reader = access.current();
        return new AllExpertise(expertises.experts(reader).stream()
                .map(expert -> answer(expert, expertises.of(expert.userId(), reader)))
                .toList());
    }

    @GetMapping("/{expert}")
    @Operation(summary = "The expertise of one expert", description = "404 unless it is yours to keep.")
    ExpertiseAnswer one(@PathVariable String expert) {
        var reader = access.current();
        return answer(expertises.expert(expert, reader), expertises.of(expert, reader));
    }

    @PutMapping("/{expert}")
    @Operation(
            summary = "Say what an expert can be asked about",
            description = "Takes the place of what was said before, and is read by proposals for panels from then on.")
    ExpertiseAnswer keep(@PathVariable String expert, @Valid @RequestBody ExpertiseSaid said) {
        expertises.keep(
                expert,
                new Expertise(said.discipline(), said.languages(), said.branches(), said.version()),
                access.current());
        return one(expert);
    }

    private static ExpertiseAnswer answer(Expert expert, Expertise kept) {
        NetworkId network = expert.network();
        return new ExpertiseAnswer(
                expert.userId(),
                expert.name(),
                network == null ? null : network.value(),
                expert.country().code(),
                kept.discipline(),
                kept.languages(),
                kept.branches().stream().sorted().toList(),
                kept.version());
    }
}
