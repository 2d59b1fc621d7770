package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** All that the log asks of the file system to keep what it writes; tests put a failing one in its place. */
public interface Disk {

    /** The file system as it is. */
    static Disk real() {
        return RealDisk.INSTANCE;
    }

    /** An empty file, in place of any of that name. */
    Handle create(Path file) throws IOException;

    /** A file that is there, to be written and read. */
    Handle open(Path file) throws IOException;

    /** Gives the file its new name at once or not at all. */
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Waits until the folder's entries are on disk. */
    void force(Path folder) throws IOException;

    /** An open file. */
    interface Handle extends AutoCloseable {

        long size() throws IOException;

        /** Writes some of the bytes there; answers how many. */
        int write(ByteBuffer bytes, long at) throws IOException;

        /** Waits until what was written is on disk, with the file's length if it changed. */
        void force(boolean length) throws IOException;

        /** The file's bytes, always as they are now; outlives the handle. */
        ByteBuffer view() throws IOException;

        @Override
        void close() throws IOException;
    }
}
