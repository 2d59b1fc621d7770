package org.konsil.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.kernel.CaseId;

/** A history in memory, for tests of modules that write to it. */
public final class Kept implements Audit {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<Integer, byte[]> sealed = new ConcurrentHashMap<>();

    @Override
    public void record(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void record(Entry entry, byte[] content) {
        record(entry);
        sealed.put(entries.size(), content);
    }

    @Override
    public Optional<byte[]> sealed(long id) {
        return Optional.ofNullable(sealed.get((int) id));
    }

    @Override
    public void recordApart(Entry entry) {
        entries.add(entry);
    }

    @Override
    public List<Recorded> history(CaseId caseId) {
        return entries.stream()
                .filter(entry -> caseId.equals(entry.caseId()))
                .map(entry -> new Recorded(0, Instant.EPOCH, entry, null))
                .toList();
    }

    /** All that was written, whatever the case. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<String> actions(CaseId caseId) {
        return history(caseId).stream().map(it -> it.entry().action()).toList();
    }
}
