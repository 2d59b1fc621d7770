package org.konsil.interop.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Test;

/** Published patients of the Phenopacket Store, where its files are at hand. */
class PhenopacketStoreTests {

    private static final Path DATA = Path.of(System.getProperty("konsil.test.data", "../shared/data"), "phenopackets");

    private final PhenopacketReader reader = new PhenopacketReader(Clock.systemUTC());

    @Test
    void everySampleIsReadAndNoneIsTakenForAnother() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the Phenopacket Store's files are not at hand");

        var cases = sample();

        assertThat(cases).hasSize(240);
        assertThat(cases).extracting(PhenopacketCase::contentHash).doesNotHaveDuplicates();
    }

    @Test
    void ofAllPacketsFiftyAreTheSameContentAgain() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the Phenopacket Store's files are not at hand");

        var cases = new ArrayList<>(sample());
        cases.addAll(archive());
        var hashes = new HashSet<String>();
        cases.forEach(each -> hashes.add(each.contentHash()));

        assertThat(cases).hasSize(2_240);
        assertThat(hashes).hasSize(2_190);
        assertThat(cases)
                .filteredOn(each -> each.subject().lastEncounter() == null)
                .hasSize(512);
        assertThat(cases)
                .filteredOn(each -> each.subject().vitalStatus().needsConfirmation())
                .hasSize(164);
        assertThat(cases).allMatch(each -> !each.presentDiseases().isEmpty());
    }

    private List<PhenopacketCase> sample() throws IOException {
        try (var files = Files.list(DATA.resolve("sample"))) {
            var cases = new ArrayList<PhenopacketCase>();
            for (var file : files.sorted().toList()) {
                cases.add(reader.read(Files.readAllBytes(file)));
            }
            return cases;
        }
    }

    private List<PhenopacketCase> archive() throws IOException {
        var cases = new ArrayList<PhenopacketCase>();
        try (var bytes = new BufferedInputStream(Files.newInputStream(DATA.resolve("more-2000.tar.xz")));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().endsWith(".json")) {
                    cases.add(reader.read(tar.readAllBytes()));
                }
            }
        }
        return cases;
    }
}
