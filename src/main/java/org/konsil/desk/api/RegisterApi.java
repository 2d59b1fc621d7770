package org.konsil.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.casefile.Registration;
import org.konsil.casefile.Registration.Registered;
import org.konsil.desk.intake.PhenopacketIntake;
import org.konsil.desk.intake.RequestKey;
import org.konsil.desk.intake.Wishes;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.REGISTER)
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases", description = "Register cases, see where they stand, report what happened to them.")
class RegisterApi {

    private static final String EXAMPLE = """
            {"provider": "hus", "country": "fi", "pseudonym": "HUS-2026-014", "dateOfBirth": "2022-03-14", "sex": "male",
             "diagnosisStatus": "suspected", "diseases": [{"code": "ORPHA:268943", "label": "Focal cortical dysplasia"}],
             "phenotypes": [{"code": "HP:0001250", "presence": "present", "onset": "P2Y"}],
             "clinicalSummary": "Four-year-old boy, 20 to 30 seizures a day.", "question": "surgery", "urgency": "routine"}""";

    private final Registration registration;
    private final PhenopacketIntake phenopackets;
    private final CaseAnswers answers;
    private final Access access;

    RegisterApi(Registration registration, PhenopacketIntake phenopackets, CaseAnswers answers, Access access) {
        this.registration = registration;
        this.phenopackets = phenopackets;
        this.answers = answers;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Register a case",
            description =
                    "The fields of the form register-case, checked by the same rules as on the page. 201 with Location;"
                            + " 422 names each field that is wrong by JSON pointer. The same Idempotency-Key with the same content"
                            + " gives the same case; with other content 409.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object"), examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(responseCode = "201", description = "Registered; Location names the case")
    @ApiResponse(responseCode = "400", description = "No valid JSON", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "The Idempotency-Key came before, with other content",
            content = @Content)
    @ApiResponse(responseCode = "422", description = "Fields that are wrong, by JSON pointer", content = @Content)
    ResponseEntity<CaseTaken> register(
            @RequestBody JsonNode body,
            @Parameter(description = "1 to 200 characters of your own, new for each registration")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key) {
        var caseId = registration.register(body, access.current(), RequestKey.checked(key));
        return created(new Registered(caseId, false));
    }

    @PostMapping(path = "/phenopackets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Register a case from a GA4GH Phenopacket, version 2",
            description = """
                    One packet of one patient. 201 with Location; 200 with "duplicate": true if your provider had sent the same \
                    content before; 422 with a JSON pointer to each place that is wrong, and nothing is stored. Birth date and ORPHA \
                    code are optional; codes that are well formed but unknown here are kept and flagged. A recorded death does not \
                    stop the registration: the case is flagged death-needs-confirmation until a clinician has answered.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(responseCode = "201", description = "Taken in; Location names the case")
    @ApiResponse(responseCode = "200", description = "The same content again; this is its case")
    @ApiResponse(responseCode = "422", description = "Places that are wrong, by JSON pointer", content = @Content)
    ResponseEntity<CaseTaken> register(
            @RequestBody byte[] packet,
            @Parameter(description = "ISO 3166-1 alpha-2; your own if left out", example = "fi")
                    @RequestParam(required = false)
                    @Nullable
                    String country,
            @Parameter(description = "routine (if left out) or urgent") @RequestParam(required = false) @Nullable
                    String urgency,
            @Parameter(description = "diagnosis (if left out), treatment, surgery, second-opinion or palliative")
                    @RequestParam(required = false)
                    @Nullable
                    String question,
            @Parameter(description = "your own if left out", example = "hus") @RequestParam(required = false) @Nullable
                    String provider,
            Locale reader) {
        var wishes = new Wishes(country, urgency, question, provider);
        var taken = phenopackets.take(packet, wishes, access.current(), reader);
        return taken.again() ? ResponseEntity.ok(answers.of(taken)) : created(taken);
    }

    private ResponseEntity<CaseTaken> created(Registered taken) {
        return ResponseEntity.created(URI.create("/api/v1/cases/" + taken.caseId()))
                .body(answers.of(taken));
    }
}
