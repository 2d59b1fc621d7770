package org.konsil.terminology;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads Orphanet's and HPO's files from a folder: terms first, each file replacing all terms of its system in one transaction, then
 * names in other languages, laid over them. A file whose content was loaded before is left out; files of other kinds are passed over.
 */
@Component
class TerminologyImport {

    private static final Logger LOG = LoggerFactory.getLogger(TerminologyImport.class);
    private static final int DEPTH = 3;

    private final StarterSet starter;
    private final TermLoader loader;
    private final NameLayer layers;
    private final SourceFiles sources;
    private final TerminologySeed seed;
    private final TransactionTemplate transaction;

    TerminologyImport(
            StarterSet starter,
            TermLoader loader,
            NameLayer layers,
            SourceFiles sources,
            TerminologySeed seed,
            PlatformTransactionManager transactions) {
        this.starter = starter;
        this.loader = loader;
        this.layers = layers;
        this.sources = sources;
        this.seed = seed;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The number of terms and names that were loaded; 0 if all files were loaded before. */
    int load(Path folder) throws IOException {
        var loaded = 0;
        for (var file : files(folder, ".*\\.(tsv|hpoa)(\\.gz)?")) {
            loaded += terms(TableFile.open(file));
        }
        // names are laid over the terms, so they come when these are there
        for (var file : files(folder, ".*product1[._].*xml(\\.gz)?")) {
            loaded += names(file, Code.ORPHA, () -> {
                var xml = OrphanetXml.read(file);
                return Map.of(xml.language(), xml.names());
            });
        }
        for (var file : files(folder, ".*\\.tsv(\\.gz)?")) {
            var table = TableFile.open(file);
            if (BabelonTable.reads(table)) {
                loaded += names(file, Code.HP, () -> BabelonTable.names(table));
            }
        }
        return loaded;
    }

    private int terms(TableFile file) throws IOException {
        var system = systemOf(file);
        if (system.isEmpty()) {
            return 0;
        }
        var sha256 = sha256(file.path());
        if (isLoaded(system, sha256, file.path())) {
            return 0;
        }
        var entries = entries(file, system);
        transaction.executeWithoutResult(status -> {
            loader.clear(system);
            loader.add(entries);
            seed.fill();
            sources.forgetLayers(system);
            sources.loaded(system, sha256, entries.size());
        });
        return loaded(entries.size(), system, file.path());
    }

    private int names(Path file, String system, Layer layer) throws IOException {
        var sha256 = sha256(file);
        // the languages of a file are known once it is read; its name tells it from the others
        var source = system + ":" + file.getFileName();
        if (isLoaded(source, sha256, file)) {
            return 0;
        }
        var names = layer.read();
        var count = transaction.execute(status -> {
            var laid = names.entrySet().stream()
                    .mapToInt(one -> layers.lay(system, one.getKey(), one.getValue()))
                    .sum();
            sources.loaded(source, sha256, laid);
            return laid;
        });
        return loaded(Objects.requireNonNullElse(count, 0), String.join(", ", names.keySet()), file);
    }

    /** Names by language. */
    private interface Layer {
        Map<String, List<Named>> read() throws IOException;
    }

    private boolean isLoaded(String source, String sha256, Path file) {
        var loaded = sources.isLoaded(source, sha256);
        if (loaded) {
            LOG.info("The {} of {} are loaded already", source, file.getFileName());
        }
        return loaded;
    }

    private static int loaded(int count, String source, Path file) {
        LOG.info("Loaded {} {} from {}", count, source, file.getFileName());
        return count;
    }

    private static String systemOf(TableFile file) {
        if (OrphanetTable.reads(file)) {
            return Code.ORPHA;
        }
        if (HpoTables.readsAnnotations(file)) {
            return Code.OMIM;
        }
        return HpoTables.readsTerms(file) ? Code.HP : "";
    }

    private List<Entry> entries(TableFile file, String system) throws IOException {
        return switch (system) {
            case Code.ORPHA -> new OrphanetTable(file, starter.headNetworks().keySet()).entries();
            case Code.OMIM -> HpoTables.diseases(file);
            default -> HpoTables.terms(file);
        };
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
