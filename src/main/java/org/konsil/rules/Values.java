package org.konsil.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Turns the evaluator's MessagePack into JSON-like Java values. */
final class Values {

    private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

    private Values() {}

    static @Nullable Object read(DirectBuffer buffer) {
        var bytes = new byte[buffer.capacity()];
        buffer.getBytes(0, bytes);
        try {
            return MESSAGE_PACK.readValue(bytes, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The evaluator's answer is no MessagePack", e);
        }
    }
}
