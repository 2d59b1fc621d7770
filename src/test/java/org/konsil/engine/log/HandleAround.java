package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file of the real disk, for disks that change some of what is done with it. */
abstract class HandleAround implements Disk.Handle {

    final Disk.Handle real;

    HandleAround(Disk.Handle real) {
        this.real = real;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public int write(ByteBuffer bytes, long at) throws IOException {
        return real.write(bytes, at);
    }

    @Override
    public void force(boolean length) throws IOException {
        real.force(length);
    }

    @Override
    public ByteBuffer view() throws IOException {
        return real.view();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
