package org.konsil.engine.store;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import java.time.Instant;
import java.util.Optional;
import org.konsil.engine.core.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns committed records, in their order, into batches of rows. */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final int RECORDS_PER_BATCH = 2000;

    private final LogStreamReader records;
    private final Projection projection;
    private final RecordMetadata metadata = new RecordMetadata();
    private long last;

    LogReader(Records log, Projection projection) {
        this.records = log.newReader();
        this.projection = projection;
    }

    /** Goes on after this position. */
    void continueAfter(long position) {
        if (!records.seekToNextEvent(position)) {
            throw new LogCut(position);
        }
        last = position;
    }

    /** Whether the log holds its very first record, so that everything can be read once more. */
    boolean fromTheFirst() {
        records.seekToFirstEvent();
        return !records.hasNext() || records.peekNext().getPosition() <= 1;
    }

    /** The last position that the log holds, -1 for an empty one. */
    long end() {
        return records.seekToEnd();
    }

    /** Adds what can be read now to the batch; false when there is nothing. */
    boolean fill(Batch batch) {
        int read = 0;
        while (read < RECORDS_PER_BATCH && records.hasNext()) {
            var entry = records.next();
            unpack(entry).ifPresent(event -> apply(event, batch));
            last = entry.getPosition();
            read++;
        }
        return read > 0;
    }

    /** The position of the last record that was read. */
    long last() {
        return last;
    }

    @Override
    public void close() {
        records.close();
    }

    private Optional<Happening> unpack(LoggedEvent entry) {
        entry.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) {
            return Optional.empty();
        }
        var value = UnifiedRecordValue.fromValueType(metadata.getValueType());
        if (value == null) {
            return Optional.empty();
        }
        entry.readValue(value);
        var at = Instant.ofEpochMilli(entry.getTimestamp());
        return Optional.of(new Happening(metadata.getIntent(), entry.getKey(), at, value));
    }

    private void apply(Happening event, Batch batch) {
        try {
            projection.apply(event, batch);
        } catch (TablesUnreachable e) {
            throw e;
        } catch (RuntimeException e) { // a record that nobody understands must not hold up all others for ever
            LOG.error("The record {} with key {} is left out of the searches", event.intent(), event.key(), e);
        }
    }
}
