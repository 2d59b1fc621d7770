package org.konsil.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads a folder's files, or those packed under the same name where the folder is absent or empty. */
final class Folders {

    static final List<String> PROCESSES = List.of(Shelf.BPMN, Shelf.DMN, Shelf.CONTRACT, Shelf.LETTER, Shelf.INDICATOR);
    static final List<String> FORMS = List.of(Shelf.FORM);

    private Folders() {}

    static List<ProcessFile> read(Path folder, String packed, List<String> endings) {
        var found = onDisk(folder, endings);
        return found.isEmpty() ? packed(packed, endings) : found;
    }

    /** Empty if there is no such folder. */
    static List<ProcessFile> onDisk(Path folder, List<String> endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var found = new ArrayList<ProcessFile>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                if (endings.stream().anyMatch(name::endsWith)) {
                    found.add(new ProcessFile(name, Files.readAllBytes(file)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + folder + " cannot be read", e);
        }
    }

    private static List<ProcessFile> packed(String folder, List<String> endings) {
        try {
            return resources(folder, endings);
        } catch (IOException e) {
            throw new UncheckedIOException("The files packed under " + folder + " cannot be read", e);
        }
    }

    private static List<ProcessFile> resources(String folder, List<String> endings) throws IOException {
        var found = new ArrayList<ProcessFile>();
        for (var ending : endings) {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*" + ending)) {
                found.add(new ProcessFile(String.valueOf(resource.getFilename()), resource.getContentAsByteArray()));
            }
        }
        found.sort(Comparator.comparing(ProcessFile::name));
        return found;
    }
}
