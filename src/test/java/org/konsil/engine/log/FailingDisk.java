package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A disk that fails once at a chosen call and for good from then on, and that forgets at a power cut what nobody waited for: any sectors, any names.
 */
public final class FailingDisk implements Disk {

    /** What is asked of it. */
    public enum Call {
        CREATE,
        OPEN,
        WRITE,
        FORCE,
        MOVE,
        DELETE,
        FORCE_FOLDER
    }

    /** How it fails: full, broken, or full after the first half of a write. */
    public enum Way {
        NO_SPACE,
        BROKEN,
        HALF_WRITTEN
    }

    private static final int SECTOR = 64; // small, as the tests' segments are

    private record Overwritten(Path file, long at, byte[] before) {}

    private record Undo(Path name, Step step) {}

    private interface Step {
        void back() throws IOException;
    }

    private final Disk real = Disk.real();
    private final Map<Call, Integer> calls = new HashMap<>();
    private final Deque<Overwritten> unsynced = new ArrayDeque<>();
    private final Deque<Undo> names = new ArrayDeque<>();
    private Call fatal = Call.CREATE;
    private int nth = -1;
    private Way way = Way.BROKEN;
    private boolean failed;
    private final Set<Call> afterwards = new HashSet<>();

    /** The call, counted from 1 from now on, that fails. */
    public synchronized void failAt(Call call, int number, Way how) {
        fatal = call;
        nth = number + calls.getOrDefault(call, 0);
        way = how;
    }

    public synchronized boolean hasFailed() {
        return failed;
    }

    /** What was still asked of it after it had failed. */
    public synchronized Set<Call> askedAfterwards() {
        return Set.copyOf(afterwards);
    }

    /** The machine stops: of what was not forced, any part may be on disk and any may not. */
    public synchronized void powerCut(Random chance) throws IOException {
        while (!unsynced.isEmpty()) {
            var last = unsynced.removeLast();
            if (!Files.exists(last.file)) continue;
            try (var file = real.open(last.file)) {
                for (int at = 0; at < last.before.length; at += SECTOR) {
                    if (chance.nextBoolean()) continue;
                    int length = Math.min(SECTOR, last.before.length - at);
                    for (var rest = ByteBuffer.wrap(last.before, at, length); rest.hasRemaining(); )
                        file.write(rest, last.at + rest.position());
                }
            }
        }
        // names come and go in order
        int kept = names.isEmpty() ? 0 : chance.nextInt(names.size() + 1);
        while (names.size() > kept) names.removeLast().step.back();
        names.clear();
    }

    private synchronized void count(Call call) throws IOException {
        if (failed) {
            if (call != Call.OPEN) afterwards.add(call);
            throw new IOException("Input/output error");
        }
        if (calls.merge(call, 1, Integer::sum) != nth || call != fatal) return;
        failed = true;
        if (way != Way.HALF_WRITTEN || call != Call.WRITE) throw failure();
    }

    private IOException failure() {
        return way == Way.BROKEN
                ? new IOException("Input/output error")
                : new FileSystemException("", null, "No space left on device");
    }

    @Override
    public Handle create(Path file) throws IOException {
        count(Call.CREATE);
        return new Watched(file, real.create(file));
    }

    @Override
    public Handle open(Path file) throws IOException {
        count(Call.OPEN);
        return new Watched(file, real.open(file));
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        count(Call.MOVE);
        real.move(from, to);
        names.add(new Undo(to, () -> real.delete(to)));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        count(Call.DELETE);
        var content = Files.exists(file) ? Files.readAllBytes(file) : null;
        real.delete(file);
        names.add(new Undo(file, () -> {
            if (content != null) Files.write(file, content);
        }));
    }

    @Override
    public synchronized void force(Path folder) throws IOException {
        count(Call.FORCE_FOLDER);
        names.removeIf(undo -> undo.name.startsWith(folder));
    }

    private final class Watched extends HandleAround {

        private final Path file;

        Watched(Path file, Handle handle) {
            super(handle);
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            synchronized (FailingDisk.this) {
                boolean before = failed;
                count(Call.WRITE);
                boolean now = failed && !before;
                var content = Files.readAllBytes(file);
                int length = now ? bytes.remaining() / 2 : bytes.remaining();
                var old = new byte[length];
                int known = (int) Math.max(0, Math.min(length, content.length - at));
                if (known > 0) System.arraycopy(content, (int) at, old, 0, known);
                unsynced.add(new Overwritten(file, at, old));
                int limit = bytes.limit();
                bytes.limit(bytes.position() + length);
                int written = super.write(bytes, at);
                bytes.limit(limit);
                if (now) throw failure();
                return written;
            }
        }

        @Override
        public void force(boolean length) throws IOException {
            synchronized (FailingDisk.this) { // a promise of this disk only: the real one need not be waited for
                count(Call.FORCE);
                unsynced.removeIf(write -> write.file.equals(file));
            }
        }
    }
}
