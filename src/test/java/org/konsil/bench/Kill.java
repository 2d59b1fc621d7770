package org.konsil.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.konsil.Jvm;

/** Kills a program in the middle of its work and looks afterwards for everything that it had acknowledged. */
final class Kill {

    private static final int ACKNOWLEDGED = Integer.getInteger("konsil.bench.acknowledged", 600);

    enum Kind {
        STARTS('S'),
        COMPLETIONS('T'),
        CASES('D');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    private final Map<Kind, Set<Long>> acknowledged = new EnumMap<>(Kind.class);

    /** Reads what it acknowledges until that is much, then kill -9. */
    static Kill program(Path folder, CaseDatabase database) throws IOException, InterruptedException {
        var kill = new Kill();
        var command = Jvm.running(ReferralProgram.class, "-Xmx1g");
        command.addAll(List.of(folder.toString(), database.url(), database.user()));
        var child = new ProcessBuilder(command)
                .redirectError(
                        Redirect.appendTo(folder.resolveSibling("program.log").toFile()))
                .start();
        try (var said = child.inputReader()) {
            for (int i = 0; i < ACKNOWLEDGED; ) {
                var line = said.readLine();
                if (line == null) throw new IOException("The program ended by itself, see program.log");
                if (kill.note(line)) i++;
            }
            child.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what was said readable
            for (var line = said.readLine(); line != null; line = said.readLine()) kill.note(line);
        } finally {
            child.destroyForcibly();
            child.waitFor(10, TimeUnit.SECONDS);
        }
        return kill;
    }

    private boolean note(String line) {
        var words = line.split(" ");
        if (words.length != 4 || !words[0].equals("ack")) return false;
        for (var kind : Kind.values())
            if (kind.letter == words[1].charAt(0))
                acknowledged.computeIfAbsent(kind, k -> new HashSet<>()).add(Long.parseLong(words[2]));
        return true;
    }

    /** How many were acknowledged, and how many of them are gone; everything else must be as it was said. */
    String lost(Kind kind, Parts parts) {
        var keys = acknowledged.getOrDefault(kind, Set.of());
        try (var client = parts.client()) {
            long gone = keys.stream()
                    .filter(key -> !switch (kind) {
                        case STARTS ->
                            client.newProcessInstanceGetRequest(key)
                                            .send()
                                            .join()
                                            .getStartDate()
                                    != null;
                        case COMPLETIONS ->
                            client.newUserTaskGetRequest(key).send().join().getCompletionDate() != null;
                        case CASES ->
                            client.newProcessInstanceGetRequest(key)
                                            .send()
                                            .join()
                                            .getEndDate()
                                    != null;
                    })
                    .count();
            return gone + " of " + keys.size();
        }
    }

    /** Cases that were said to be at their end, with their three rows each, and none twice. */
    String rowsLostOrDoubled(CaseDatabase database) throws Exception {
        int wrong = 0;
        try (var pool = database.pool();
                var connection = pool.getConnection();
                var count = connection.prepareStatement(
                        "select count(*), count(distinct step) from case_audit where case_id = ?")) {
            for (var key : acknowledged.getOrDefault(Kind.CASES, Set.of())) {
                count.setLong(1, key);
                try (var row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) != 3 || row.getInt(2) != 3) wrong++;
                }
            }
        }
        return wrong + " of " + acknowledged.getOrDefault(Kind.CASES, Set.of()).size();
    }

    /** How long until a client is answered again. */
    static Duration serving(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
