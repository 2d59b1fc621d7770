package org.konsil.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.konsil.process.Fault;
import org.konsil.process.FileCheck;
import org.konsil.process.ProcessFile;
import org.konsil.process.ProcessFiles;
import org.konsil.process.ProcessFilesChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The letters' templates that are in force, by language: files of process owners, as processes and forms are. */
@Component
class LetterTemplates implements FileCheck {

    static final String ENDING = ".letter.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(LetterTemplates.class);
    private static final ObjectMapper YAML = new YAMLMapper();

    private final ProcessFiles files;
    private volatile Map<String, LetterTemplate> byLanguage = Map.of();

    LetterTemplates(ProcessFiles files) {
        this.files = files;
        read();
    }

    Optional<LetterTemplate> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** By the languages' names of themselves. */
    List<LetterTemplate> all() {
        return byLanguage.values().stream()
                .sorted(java.util.Comparator.comparing(LetterTemplate::languageName))
                .toList();
    }

    @EventListener
    void changed(ProcessFilesChanged event) {
        read();
    }

    @Override
    public List<Fault> faults(ProcessFile file) {
        if (!file.isNamed(ENDING)) {
            return List.of();
        }
        try {
            read(file);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(Fault.of(file, "no-letter", String.valueOf(e.getMessage())));
        }
    }

    private void read() {
        var read = new TreeMap<String, LetterTemplate>();
        for (var file : files.named(ENDING)) {
            try {
                var template = read(file);
                read.put(template.language(), template);
            } catch (IllegalArgumentException e) {
                LOG.error(
                        "{} is not in use, because {}. Letters in its language cannot be written until it is corrected.",
                        file.name(),
                        e.getMessage());
            }
        }
        byLanguage = Map.copyOf(read);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static LetterTemplate read(ProcessFile file) {
        try {
            var template = LetterTemplate.of(YAML.readTree(file.content()));
            if (!file.name().endsWith("-" + template.language() + ENDING)) {
                throw new IllegalArgumentException(
                        "language: '" + template.language() + "' is not that of the file's name");
            }
            return template;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
