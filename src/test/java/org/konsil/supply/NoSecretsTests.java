package org.konsil.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys, tokens and passwords do not lie in the repository: known forms, what is called a secret, and what looks like chance. */
class NoSecretsTests {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "data", ".idea", ".vscode");

    private static final Set<String> NO_TEXT =
            Set.of("png", "jpg", "ico", "svg", "csv", "ttf", "gz", "snapshot", "bin", "lock");

    private static final List<Pattern> FORMS = Stream.of(
                    "-----BEGIN [A-Z ]*PRIVATE " + "KEY-----",
                    "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b",
                    "\\bgh[pousr]_[A-Za-z0-9]{36,}\\b",
                    "\\bgithub_pat_[A-Za-z0-9_]{40,}\\b",
                    "\\bglpat-[A-Za-z0-9_-]{20,}\\b",
                    "\\bxox[abprs]-[A-Za-z0-9-]{10,}\\b",
                    "\\bAIza[0-9A-Za-z_-]{35}\\b",
                    "\\bsk_(live|test)_[0-9A-Za-z]{16,}\\b",
                    "\\bnpm_[A-Za-z0-9]{36}\\b",
                    "\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}",
                    "[a-z]{2,12}://[^\\s/:@\"'{}$<>]+:[^\\s/:@\"'{}$<>%]{6,}@[a-z0-9.-]+",
                    "(?i)\\b[a-z_.-]*(password|secret|api[_-]?key|access[_-]?token|master[_-]key)\\s*[:=]\\s*"
                            + "[\"']?(?!konsil-demo|[a-z]+(-[a-z]+)+[\"']?\\s*$)[A-Za-z0-9+/_=-]{16,}[\"']?\\s*$")
            .map(Pattern::compile)
            .toList();

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/=_-]{40,200}");
    private static final Set<String> SETTINGS = Set.of("yaml", "yml", "properties", "env", "conf", "xml", "sh", "http");

    @Test
    void nothingInTheRepositoryIsAKey() throws IOException {
        var found = new ArrayList<String>();
        var looked = 0;
        for (var file : files()) {
            looked++;
            var lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (isSecret(lines.get(at), ending(file))) {
                    found.add(file + ":" + (at + 1));
                }
            }
        }
        assertThat(looked).isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsAKeyIsSeen() {
        for (var secret : new String[] {
            "-----BEGIN RSA PRIVATE " + "KEY-----",
            "aws: AKIA" + "ABCDEFGHIJKLMNOP",
            "ghp_" + "a1B2".repeat(9),
            "url: postgres://konsil:" + "hunter2hunter@db.example/konsil",
            "client-secret: " + "s3cr3tS3cr3tS3cr3t",
            "key: " + "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="
        }) {
            assertThat(isSecret(secret, "yaml")).as(secret).isTrue();
        }
        for (var fine : new String[] {
            "password: ${KONSIL_DATABASE_PASSWORD:}", "demo-password: ${KONSIL_DEMO_PASSWORD:konsil-demo}",
            "documentation.of.a.message.key.with.many.words=Text", "master-key-file: /etc/konsil/master-key"
        }) {
            assertThat(isSecret(fine, "yaml")).as(fine).isFalse();
        }
    }

    private static boolean isSecret(String line, String ending) {
        return line.length() < 5_000
                && (FORMS.stream().anyMatch(form -> form.matcher(line).find())
                        || (SETTINGS.contains(ending)
                                && WORD.matcher(line).results().anyMatch(word -> looksLikeChance(word.group()))));
    }

    /** Upper, lower and digits mixed, with more than 4.4 bits in a character: words have less. */
    private static boolean looksLikeChance(String word) {
        if (!word.matches(".*[a-z].*") || !word.matches(".*[A-Z].*") || !word.matches(".*[0-9].*")) {
            return false;
        }
        var bits = word
                .chars()
                .boxed()
                .collect(java.util.stream.Collectors.groupingBy(one -> one, java.util.stream.Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(times -> (double) times / word.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
        return bits > 4.4;
    }

    private static List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        collect(Path.of("").toAbsolutePath(), found);
        return found;
    }

    private static void collect(Path folder, List<Path> found) throws IOException {
        try (var entries = Files.list(folder)) {
            entries.filter(path -> !NOT_OURS.contains(path.getFileName().toString()))
                    .forEach(path -> {
                        try {
                            if (Files.isDirectory(path)) {
                                collect(path, found);
                            } else if (!NO_TEXT.contains(ending(path)) && Files.size(path) < 2_000_000) {
                                found.add(path);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
