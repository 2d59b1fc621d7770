package org.konsil.engine.log;

import io.camunda.zeebe.util.buffer.BufferWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One append as it stands in a segment, little endian, padded to 8 bytes: CRC-32C of all that follows, payload length, lowest and highest record
 * position, highest position that was durable when it was written, payload.
 */
final class Frame {

    static final int HEADER = 32;

    private static final int CRC = 0;
    private static final int LENGTH = 4;
    private static final int LOWEST = 8;
    private static final int HIGHEST = 16;
    private static final int DURABLE = 24;

    private Frame() {}

    static ByteBuffer pack(long lowest, long highest, BufferWriter payload) {
        int length = payload.getLength();
        var bytes = ByteBuffer.allocate(size(length)).order(ByteOrder.LITTLE_ENDIAN);
        payload.write(new UnsafeBuffer(bytes), HEADER);
        return bytes.putInt(LENGTH, length).putLong(LOWEST, lowest).putLong(HIGHEST, highest);
    }

    /** Finishes a packed frame just before it is written. */
    static void seal(ByteBuffer frame, long durable) {
        frame.putLong(DURABLE, durable);
        frame.putInt(CRC, crc(frame, 0, length(frame, 0)));
    }

    /** Whether a whole, undamaged frame starts at the offset. */
    static boolean validAt(ByteBuffer bytes, int offset) {
        int room = bytes.limit() - offset - HEADER;
        if (room <= 0) return false;
        int length = length(bytes, offset);
        if (length <= 0 || length > room) return false;
        return highest(bytes, offset) >= lowest(bytes, offset)
                && durable(bytes, offset) < lowest(bytes, offset)
                && crc(bytes, offset, length) == bytes.getInt(offset + CRC);
    }

    static int length(ByteBuffer bytes, int offset) {
        return bytes.getInt(offset + LENGTH);
    }

    static long lowest(ByteBuffer bytes, int offset) {
        return bytes.getLong(offset + LOWEST);
    }

    static long highest(ByteBuffer bytes, int offset) {
        return bytes.getLong(offset + HIGHEST);
    }

    static long durable(ByteBuffer bytes, int offset) {
        return bytes.getLong(offset + DURABLE);
    }

    /** Bytes that a frame with such a payload takes, padding included. */
    static int size(int length) {
        return (HEADER + Math.addExact(length, 7)) & ~7;
    }

    private static int crc(ByteBuffer bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().limit(offset + HEADER + length).position(offset + LENGTH));
        return (int) crc.getValue();
    }
}
