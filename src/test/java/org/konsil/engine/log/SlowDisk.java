package org.konsil.engine.log;

import java.io.IOException;
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

    private static final class Slow extends HandleAround {

        private final Duration latency;

        Slow(Handle real, Duration latency) {
            super(real);
            this.latency = latency;
        }

        @Override
        public void force(boolean length) throws IOException {
            super.force(length);
            LockSupport.parkNanos(latency.toNanos());
        }
    }
}
