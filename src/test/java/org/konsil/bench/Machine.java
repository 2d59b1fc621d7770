package org.konsil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Pattern;

/** What this process and its children take of the machine, and what the machine could do at best. */
final class Machine {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int SYNCS = 1000;

    private Machine() {}

    /** Processor time of this process so far. */
    static Duration cpu() {
        return cpu(ProcessHandle.current());
    }

    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the process holds now, in megabytes. */
    static long residentMegabytes(long pid) {
        return status(pid, RESIDENT);
    }

    /** The most it ever held. */
    static long peakMegabytes(long pid) {
        return status(pid, PEAK);
    }

    private static long status(long pid, Pattern wanted) {
        try {
            var found = wanted.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
        } catch (IOException e) {
            return -1; // not on this system
        }
    }

    /** What is left of the heap once everything that nobody needs is gone, in megabytes. */
    static long heapMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** How often a second this disk can be waited for, one small write each time. */
    static double syncsPerSecond(Path folder) throws IOException {
        var file = folder.resolve("syncs");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(512 * SYNCS), 0);
            channel.force(true);
            long begun = System.nanoTime();
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(512), 512L * i);
                channel.force(false);
            }
            return SYNCS * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.delete(file);
        }
    }

    /** Bytes of a file, or of all files in a folder; 0 when it is not there. */
    static long bytes(Path path) {
        if (!Files.exists(path)) return 0;
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
