package org.konsil.process;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.kernel.CaseId;

/** A history in memory, for tests of modules that write to it. */
public final class Kept implements Audit {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(Entry entry) {
        entries.add(entry);
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

    public List<String> actions(CaseId caseId) {
        return history(caseId).stream().map(it -> it.entry().action()).toList();
    }
}
