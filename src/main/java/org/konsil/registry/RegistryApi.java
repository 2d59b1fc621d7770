package org.konsil.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a network's coordinator takes to the registry, and what research may have. */
@Needs(Right.EXPORT_REGISTRY)
@RestController
@Tag(name = "Registry", description = "Data of closed cases, as far as the patients agree to it at this moment.")
class RegistryApi {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final RegistryExports exports;
    private final Access access;
    private final Audit audit;

    RegistryApi(RegistryExports exports, Access access, Audit audit) {
        this.exports = exports;
        this.access = access;
        this.audit = audit;
    }

    /** Records under the numbers and names of the elements. */
    record Records(String network, List<JsonNode> items) {}

    /** Groups of cases that are alike. */
    record Groups(String network, int least, List<Alike> items) {}

    @GetMapping("/api/v1/networks/{network}/registry.json")
    @Operation(
            summary = "The 16 common data elements of the network's closed cases",
            description = "Only of patients whose consent to the registry holds now. For coordinators of this network.")
    Records records(@Parameter(description = "epicare, for example") @PathVariable String network) {
        return new Records(network, of(network, Purpose.REGISTRY));
    }

    @GetMapping("/api/v1/networks/{network}/registry.csv")
    @Operation(
            summary = "The same as a table (RFC 4180)",
            description = "One line for each case, a column for each element.")
    ResponseEntity<String> table(@PathVariable String network) {
        return file("registry-" + network + ".csv", Tables.ofRecords(of(network, Purpose.REGISTRY)));
    }

    @GetMapping("/api/v1/networks/{network}/research.json")
    @Operation(
            summary = "Anonymous counts of the network's closed cases",
            description = "Groups of at least ten cases that are alike, of patients who agreed to research.")
    Groups groups(@PathVariable String network) {
        return new Groups(network, Alike.LEAST, Alike.of(of(network, Purpose.RESEARCH)));
    }

    @GetMapping("/api/v1/networks/{network}/research.csv")
    @Operation(summary = "The same as a table (RFC 4180)", description = "One line for each group.")
    ResponseEntity<String> groupTable(@PathVariable String network) {
        return file("research-" + network + ".csv", Tables.ofGroups(Alike.of(of(network, Purpose.RESEARCH))));
    }

    private List<JsonNode> of(String network, Purpose purpose) {
        var reader = access.current();
        require(reader, network);
        var records = exports.of(NetworkId.of(network), purpose);
        var taken = Map.of("network", network, "purpose", purpose.code(), "count", String.valueOf(records.size()));
        audit.recordApart(
                new Entry(reader.actor(), "registry-taken", null, null, null, Entry.Outcome.DONE, null, taken));
        return records;
    }

    private static void require(Person reader, String network) {
        if (!reader.isIn(new Group("coordinator", network))) {
            throw new NotYourNetwork(network);
        }
    }

    private static ResponseEntity<String> file(String name, String content) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
