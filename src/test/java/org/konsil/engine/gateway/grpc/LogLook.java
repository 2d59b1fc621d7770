package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.util.Optional;
import org.konsil.engine.core.Engine;

/** Looks into the log, as the store does. */
final class LogLook {

    private LogLook() {}

    /** The key of the first record with this intent. */
    static Optional<Long> first(Engine engine, Intent intent) {
        var metadata = new RecordMetadata();
        try (var reader = engine.records().newReader()) {
            reader.seekToFirstEvent();
            while (reader.hasNext()) {
                var record = reader.next();
                record.readMetadata(metadata);
                if (metadata.getIntent() == intent) return Optional.of(record.getKey());
            }
        }
        return Optional.empty();
    }
}
