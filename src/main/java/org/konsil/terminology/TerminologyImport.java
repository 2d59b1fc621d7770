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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads Orphanet's and HPO's files from a folder. A file replaces all terms of its system in one transaction; a file
 * whose content was loaded before is left out; files of other kinds are passed over.
 */
@Component
class TerminologyImport {

    private static final Logger LOG = LoggerFactory.getLogger(TerminologyImport.class);
    private static final int DEPTH = 3;

    private final StarterSet starter;
    private final TermLoader loader;
    private final SourceFiles sources;
    private final TerminologySeed seed;
    private final TransactionTemplate transaction;

    TerminologyImport(
            StarterSet starter,
            TermLoader loader,
            SourceFiles sources,
            TerminologySeed seed,
            PlatformTransactionManager transactions) {
        this.starter = starter;
        this.loader = loader;
        this.sources = sources;
        this.seed = seed;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The number of terms that were loaded; 0 if all files were loaded before. */
    int load(Path folder) throws IOException {
        var loaded = 0;
        for (var file : tables(folder)) {
            loaded += load(TableFile.open(file));
        }
        return loaded;
    }

    private int load(TableFile file) throws IOException {
        var system = systemOf(file);
        if (system.isEmpty()) {
            return 0;
        }
        var sha256 = sha256(file.path());
        if (sources.isLoaded(system, sha256)) {
            LOG.info(
                    "The {} terms of {} are loaded already", system, file.path().getFileName());
            return 0;
        }
        var entries = entries(file, system);
        transaction.executeWithoutResult(status -> {
            loader.clear(system);
            loader.add(entries);
            seed.fill();
            sources.loaded(system, sha256, entries.size());
        });
        LOG.info(
                "Loaded {} {} terms from {}",
                entries.size(),
                system,
                file.path().getFileName());
        return entries.size();
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

    private static List<Path> tables(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(tsv|hpoa)(\\.gz)?"))
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
