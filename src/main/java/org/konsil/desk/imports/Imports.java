package org.konsil.desk.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.konsil.access.Person;
import org.konsil.desk.intake.Wishes;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports in the background, one after the other. A packet that was taken in is recognised when it comes again, so an import that
 * a restart has cut off is simply sent once more.
 */
@Service
public class Imports {

    private static final int REMEMBERED = 50;

    private final PacketByPacket packets;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());
    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private volatile boolean stopping;

    Imports(PacketByPacket packets, Clock clock) {
        this.packets = packets;
        this.clock = clock;
    }

    /**
     * Begins an import.
     *
     * @param files Phenopackets as JSON, or zip archives of them
     * @throws UploadRefused if they cannot be unpacked; then nothing is imported
     */
    public Run begin(List<MultipartFile> files, Wishes wishes, Person by, Locale reader) {
        var sent = Uploads.unpack(files);
        var run = new Run(by.userId(), sent.size(), clock.instant());
        remember(run);
        worker.execute(() -> work(run, sent, wishes, by, reader));
        return run;
    }

    /** The import, if this person began it and it is still remembered. */
    public Optional<Run> find(UUID id, Person by) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id)).filter(run -> run.isOf(by.userId()));
        }
    }

    private void work(Run run, List<Packet> sent, Wishes wishes, Person by, Locale reader) {
        for (var packet : sent) {
            if (stopping) {
                break;
            }
            run.add(packets.take(packet, wishes, by, reader));
        }
        run.stop();
    }

    private void remember(Run run) {
        synchronized (runs) {
            runs.put(run.id(), run);
            var oldest = runs.keySet().iterator();
            while (runs.size() > REMEMBERED && oldest.hasNext()) {
                var id = oldest.next();
                if (runs.get(id) instanceof Run old && old.isOver()) {
                    oldest.remove();
                }
            }
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }
}
