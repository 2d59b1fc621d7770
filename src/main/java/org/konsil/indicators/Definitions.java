package org.konsil.indicators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.konsil.process.Fault;
import org.konsil.process.FileCheck;
import org.konsil.process.ProcessFile;
import org.konsil.process.ProcessFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Every version of every definition. A version never changes: figures that were told can be counted again. */
@Component
class Definitions implements FileCheck {

    static final String ENDING = ".indicator.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);
    private static final ObjectMapper YAML = new YAMLMapper();

    private final ProcessFiles files;

    Definitions(ProcessFiles files) {
        this.files = files;
    }

    /** By id, oldest version first. */
    List<Definition> all() {
        var all = new ArrayList<Definition>();
        for (var file : files.named(ENDING)) {
            try {
                all.add(read(file));
            } catch (IllegalArgumentException e) {
                LOG.error("{} is not counted, because {}. Correct it and start again.", file.name(), e.getMessage());
            }
        }
        all.sort(Comparator.comparing(Definition::id).thenComparing(Definition::version));
        return all;
    }

    /** Of each indicator the version by which that year is counted. */
    List<Definition> in(int year) {
        var newest = new TreeMap<String, Definition>();
        all().stream()
                .filter(definition -> definition.validFrom() <= year)
                .forEach(definition -> newest.put(definition.id(), definition));
        return List.copyOf(newest.values());
    }

    /** A version, whatever year it was made for. */
    Optional<Definition> version(String id, int version) {
        return all().stream()
                .filter(definition -> definition.id().equals(id) && definition.version() == version)
                .findFirst();
    }

    @Override
    public List<Fault> faults(ProcessFile file) {
        if (!file.isNamed(ENDING)) {
            return List.of();
        }
        try {
            var read = read(file);
            var told = version(read.id(), read.version())
                    .filter(before -> !before.hash().equals(read.hash()));
            return told.isPresent() ? List.of(Fault.of(file, "indicator-kept", read.id(), read.version())) : List.of();
        } catch (IllegalArgumentException e) {
            return List.of(Fault.of(file, "no-indicator", String.valueOf(e.getMessage())));
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Definition read(ProcessFile file) {
        try {
            var read = Definition.of(YAML.readTree(file.content()), sha256(file.content()));
            if (!file.name().equals(read.id() + "-" + read.version() + ENDING)) {
                throw new IllegalArgumentException(
                        "its file has to be called " + read.id() + "-" + read.version() + ENDING);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
