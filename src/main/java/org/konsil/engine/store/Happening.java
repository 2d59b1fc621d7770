package org.konsil.engine.store;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.time.Instant;

/** One event of the log, unpacked. */
record Happening(Intent intent, long key, Instant at, UnifiedRecordValue value) {}
