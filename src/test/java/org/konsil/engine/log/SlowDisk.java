package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The real disk, as slow as one that turns: while it is waited for, much piles up that a kill takes along. */
public record SlowDisk(Duration latency) implements Disk {

    @Override
    public Handle create(Path file) throws IOException {
        return Disk.real().create(file);
    }

    @Override
    public Handle open(Path file) throws IOException {
        return new Slow(Disk.real().open(file), latency);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Disk.real().move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        Disk.real().delete(file);
    }

    @Override
    public void force(Path folder) throws IOException {
        Disk.real().force(folder);
    }

    private record Slow(Handle handle, Duration latency) implements Handle {

        @Override
        public long size() throws IOException {
            return handle.size();
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            return handle.write(bytes, at);
        }

        @Override
        public void force(boolean length) throws IOException {
            handle.force(length);
            LockSupport.parkNanos(latency.toNanos());
        }

        @Override
        public ByteBuffer view() throws IOException {
            return handle.view();
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}
