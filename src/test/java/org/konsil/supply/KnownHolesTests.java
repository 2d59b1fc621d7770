package org.konsil.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No library with a hole that stands in the list of advisories; works without a network, and knows no more than the list. */
class KnownHolesTests {

    @Test
    void noPartHasAKnownHole() throws IOException {
        var parts = Stream.concat(Part.ofProgram(), Part.ofPages()).distinct().toList();
        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(parts)
                .extracting(Part::name)
                .contains("org.springframework:spring-core", "com.h2database:h2", "npm:bpmn-js");
        assertThat(parts.stream()
                        .flatMap(part -> Advisory.all().stream()
                                .filter(advisory -> advisory.concerns(part))
                                .map(advisory -> part + ": " + advisory.id() + ", " + advisory.what() + ", mended in "
                                        + advisory.fixed())))
                .isEmpty();
    }

    @Test
    void theListIsUnderstood() {
        var holes = Advisory.all();
        assertThat(holes)
                .hasSizeGreaterThan(40)
                .allMatch(hole -> Version.of(hole.fixed()).numbers().length >= 2);
        assertThat(holes).anyMatch(hole -> hole.concerns(new Part("com.h2database:h2", "2.1.214")));
        assertThat(holes).noneMatch(hole -> hole.concerns(new Part("com.h2database:h2", "2.2.220")));
        assertThat(holes).anyMatch(hole -> hole.concerns(new Part("io.netty:netty-codec", "4.1.99.Final")));
        assertThat(holes).noneMatch(hole -> hole.concerns(new Part("com.nimbusds:nimbus-jose-jwt", "9.37.4")));
    }

    @Test
    void thePagesScriptsComeInFixedVersionsWithTheirHashes() throws IOException {
        var json = new ObjectMapper();
        var asked = json.readTree(Path.of("src/main/frontend/package.json").toFile());
        for (var kind : new String[] {"dependencies", "devDependencies"}) {
            asked.path(kind).forEach(version -> assertThat(version.asText()).matches("\\d+\\.\\d+\\.\\d+"));
        }
        var lock = json.readTree(Path.of("src/main/frontend/package-lock.json").toFile());
        lock.path("packages").fields().forEachRemaining(entry -> {
            if (!entry.getKey().isEmpty()) {
                assertThat(entry.getValue().path("integrity").asText())
                        .as(entry.getKey())
                        .startsWith("sha512-");
                assertThat(entry.getValue().path("resolved").asText())
                        .as(entry.getKey())
                        .matches("(https://registry\\.npmjs\\.org/.+)?");
            }
        });
    }
}
