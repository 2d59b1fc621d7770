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

    private Folders() {}

    static List<ProcessFile> read(Path folder, String packed, List<String> endings) {
        try {
            var found = Files.isDirectory(folder) ? onDisk(folder, endings) : List.<ProcessFile>of();
            return found.isEmpty() ? packed(packed, endings) : found;
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + folder + " cannot be read", e);
        }
    }

    private static List<ProcessFile> onDisk(Path folder, List<String> endings) throws IOException {
        try (var files = Files.list(folder)) {
            var found = new ArrayList<ProcessFile>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                if (endings.stream().anyMatch(name::endsWith)) {
                    found.add(new ProcessFile(name, Files.readAllBytes(file)));
                }
            }
            return found;
        }
    }

    private static List<ProcessFile> packed(String folder, List<String> endings) throws IOException {
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
