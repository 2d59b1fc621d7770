package org.konsil.engine.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.konsil.engine.log.CutSegment;
import org.konsil.engine.state.Folders;
import org.konsil.engine.state.VersionMark;

/**
 * The engine's log up to a position, and its saved states. The files are held by links of our own, so that the engine may cut its log and
 * drop old states meanwhile; saved states never change, and a segment only grows.
 */
final class EngineCopy implements AutoCloseable {

    /** For an engine that does not run: its log as it stands. */
    static final long WHOLE = Long.MAX_VALUE;

    private static final List<String> PARTS = List.of("log", "snapshots");

    private static final String FOLDER = "copy";

    private final Path folder;
    private final long end;

    private EngineCopy(Path folder, long end) {
        this.folder = folder;
        this.end = end;
    }

    /** To be made while nothing is cut, saved or emptied; takes milliseconds. @param end last position of the log */
    static EngineCopy of(Path engine, long end) throws IOException {
        forget(engine); // what a crash left
        var copy = new EngineCopy(engine.resolve(FOLDER), end);
        for (var part : PARTS)
            for (var file : Folder.files(engine.resolve(part))) copy.hold(file, engine.relativize(file));
        return copy;
    }

    static void forget(Path engine) throws IOException {
        Folders.delete(engine.resolve(FOLDER));
    }

    private void hold(Path file, Path name) throws IOException {
        var link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        Folders.link(file, link);
    }

    void writeTo(ArchiveWriter archive) throws IOException {
        Folder.archive(archive, "engine/snapshots", folder.resolve("snapshots"));
        if (end == WHOLE) Folder.archive(archive, "engine/log", folder.resolve("log"));
        else writeCut(archive);
    }

    private void writeCut(ArchiveWriter archive) throws IOException {
        long last = -1;
        for (var segment : segments()) {
            if (segment.first() > end) break;
            var copied = new long[1];
            archive.add("engine/log/" + segment.file().getFileName(), out -> copied[0] = segment.copy(end, out));
            last = copied[0];
        }
        if (end > 0 && last != end)
            throw new ArchiveRefused(
                    "The engine's log could be copied up to position %d only, not to %d: look after the disk, then try again."
                            .formatted(last, end));
    }

    private List<CutSegment> segments() throws IOException {
        var segments = new ArrayList<CutSegment>();
        for (var file : Folder.files(folder.resolve("log"))) if (CutSegment.is(file)) segments.add(CutSegment.of(file));
        segments.sort(Comparator.comparingLong(CutSegment::first));
        return segments;
    }

    /** Lets go of the files. */
    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }

    /** The mark that a restored folder bears. */
    static void mark(ArchiveWriter archive) throws IOException {
        archive.add("engine/version", out -> out.write(VersionMark.ours().text().getBytes(StandardCharsets.UTF_8)));
    }
}
