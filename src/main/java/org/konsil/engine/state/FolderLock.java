package org.konsil.engine.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process off the engine's folder; the operating system lets go of it when this one dies. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder, creating it; refuses with {@link EngineFolderRefused} when another process has it or it cannot be written. */
    public static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) throw inUse(folder, channel);
            } catch (OverlappingFileLockException e) {
                throw inUse(folder, channel);
            }
            channel.truncate(0)
                    .write(ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new EngineFolderRefused(
                    "The engine cannot write to its folder %s (%s). Give this user the right to write there, make room, or set konsil.home to another folder."
                            .formatted(folder.toAbsolutePath(), e),
                    e);
        }
    }

    private static EngineFolderRefused inUse(Path folder, FileChannel channel) throws IOException {
        var pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        channel.close();
        return new EngineFolderRefused(
                "The engine's folder %s is in use by another process (pid %s). Stop that one first, or set konsil.home to another folder."
                        .formatted(
                                folder.toAbsolutePath(),
                                new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
