package org.konsil.process;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that the program finds when it starts: those packed in it or in the working directory, and over them, file by file, those of
 * the folders {@code processes} and {@code forms} under konsil.home.
 */
final class FilesOnDisk {

    private final Map<String, ProcessFile> files = new HashMap<>();
    private final Set<String> inFolders = new HashSet<>();

    static FilesOnDisk read(ProcessSettings settings) {
        var found = new FilesOnDisk();
        found.base(settings.processesFolder(), "processes", Folders.PROCESSES);
        found.base(settings.formsFolder(), "forms", Folders.FORMS);
        found.folder(Folders.onDisk(settings.home().resolve("processes"), Folders.PROCESSES));
        found.folder(Folders.onDisk(settings.home().resolve("forms"), Folders.FORMS));
        return found;
    }

    Collection<ProcessFile> files() {
        return files.values();
    }

    /** Lies in a folder, where its owner edits it, and not in the program. */
    boolean isInFolder(String name) {
        return inFolders.contains(name);
    }

    /** SHA-256 of the file in hexadecimal; empty if there is none of this name. */
    String hash(String name) {
        var file = files.get(name);
        return file == null ? "" : sha256(file.content());
    }

    private void base(Path folder, String packed, List<String> endings) {
        folder(Folders.onDisk(folder, endings));
        if (files.values().stream().noneMatch(file -> endings.stream().anyMatch(file::isNamed))) {
            Folders.read(folder, packed, endings).forEach(file -> files.put(file.name(), file));
        }
    }

    private void folder(List<ProcessFile> found) {
        found.forEach(file -> {
            files.put(file.name(), file);
            inFolders.add(file.name());
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
