package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Variables on their way from JSON to MessagePack and back. */
final class Json {

    private static final String NOTHING = "{}";

    private Json() {}

    /** Packs a JSON object; IllegalArgumentException when it is none. */
    static DirectBuffer pack(String json) {
        var text = json.isBlank() ? NOTHING : json.strip();
        if (!text.startsWith("{")) throw new IllegalArgumentException("Expected variables as a JSON object");
        try {
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(text));
        } catch (RuntimeException e) { // the converter wraps all that can be wrong with the text
            throw new IllegalArgumentException("Expected variables as a JSON object, but they cannot be parsed", e);
        }
    }

    static String unpack(DirectBuffer packed) {
        return MsgPackConverter.convertToJson(packed);
    }

    /** The only tenant there is; IllegalArgumentException when another is asked for. */
    static String tenant(String given) {
        if (!given.isBlank() && !given.equals(TenantOwned.DEFAULT_TENANT_IDENTIFIER))
            throw new IllegalArgumentException(
                    "There is no tenant identifier '%s': multi-tenancy is disabled".formatted(given));
        return TenantOwned.DEFAULT_TENANT_IDENTIFIER;
    }
}
