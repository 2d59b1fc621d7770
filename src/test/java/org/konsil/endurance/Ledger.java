package org.konsil.endurance;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the program has acknowledged, as those know who were told so. */
final class Ledger {

    /** A task of a case; task keys alone could begin again. */
    record Task(String caseId, long key) {}

    final Map<String, String> caseByKey = new ConcurrentHashMap<>();
    final Set<Task> completed = ConcurrentHashMap.newKeySet();
    final Set<Task> claimed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acknowledged = new AtomicInteger();

    void registered(String key, String caseId) {
        caseByKey.put(key, caseId);
        acknowledged.incrementAndGet();
    }

    void completed(String caseId, long task) {
        if (!completed.add(new Task(caseId, task))) {
            throw new AssertionError("Task " + task + " was asked for again after it was done");
        }
        acknowledged.incrementAndGet();
    }

    void claimed(String caseId, long task) {
        claimed.add(new Task(caseId, task));
        acknowledged.incrementAndGet();
    }

    int acknowledged() {
        return acknowledged.get();
    }
}
