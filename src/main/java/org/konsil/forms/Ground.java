package org.konsil.forms;

import java.time.Clock;
import java.util.Map;

/** What every form stands on: expressions, words, time, and the kinds of fields that other modules brought. */
record Ground(Feel feel, Sentences sentences, Clock clock, Map<String, FieldKind> kinds) {}
