package org.konsil.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases of the 24 networks, of which a few have most, with their grants and their work, open and finished. */
final class QueueWorld {

    private static final int EXPERTS_OF_THE_FIRST = 800;
    private static final int PEOPLE_OF_THE_FIRST = 32;
    private static final int PROVIDERS = 380;
    private static final int OPEN_OF_A_CASE = 4;
    private static final int FINISHED_OF_A_CASE = 10;
    private static final int BATCH = 2000;
    private static final List<String> STAGES =
            List.of("TRIAGE", "CONVENE", "ASSESS", "OUTCOME", "DELIVER", "FOLLOW_UP");

    private final RandomGenerator chance =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final JdbcTemplate jdbc;
    private final Instant now;
    private final BiFunction<CaseId, String, byte[]> names;
    private final List<Object[]> cases = new ArrayList<>();
    private final List<Object[]> items = new ArrayList<>();
    private final List<Object[]> groups = new ArrayList<>();
    private final List<Object[]> grants = new ArrayList<>();
    private final Set<List<Object>> parts = new HashSet<>();
    private long key;

    /** @param names seals what a case with open work is called */
    QueueWorld(DataSource database, Instant now, BiFunction<CaseId, String, byte[]> names) {
        this.jdbc = new JdbcTemplate(database);
        this.now = now;
        this.names = names;
    }

    void fill(int open, int finished) {
        for (int made = 0; made < open; made += OPEN_OF_A_CASE) {
            aCase(OPEN_OF_A_CASE, "OPEN");
        }
        flush(0);
        for (int made = 0; made < finished; made += FINISHED_OF_A_CASE) {
            aCase(FINISHED_OF_A_CASE, "DONE");
        }
        flush(0);
    }

    /** The first network has the most, the last the least: as 1/rank. */
    static String network(RandomGenerator chance) {
        var networks = DemoStaff.networks();
        var total = 0.0;
        for (int rank = 1; rank <= networks.size(); rank++) {
            total += 1.0 / rank;
        }
        var at = chance.nextDouble() * total;
        for (int rank = 1; rank < networks.size(); rank++) {
            at -= 1.0 / rank;
            if (at < 0) {
                return networks.get(rank - 1);
            }
        }
        return networks.getLast();
    }

    /** One of the hospitals, of which the first are those of the demonstration. */
    static String provider(RandomGenerator chance) {
        var at = chance.nextInt(PROVIDERS);
        var known = DemoStaff.providers();
        return at < known.size() ? known.get(at) : "p" + at;
    }

    /** One of a network's experts, of which the first are those of the demonstration. */
    static String expert(RandomGenerator chance, String network) {
        var experts = 8 + EXPERTS_OF_THE_FIRST / (DemoStaff.networks().indexOf(network) + 1);
        return "expert" + (1 + chance.nextInt(experts)) + "." + network;
    }

    private void aCase(int work, String state) {
        var caseId = new UUID(chance.nextLong(), chance.nextLong());
        var network = network(chance);
        var provider = provider(chance);
        var begun = now.minus(Duration.ofMinutes(chance.nextLong(60 * 24 * 90)));
        for (var holder : List.of(
                "clinician:" + provider, "dpo:" + provider, "dispatcher:" + network, "coordinator:" + network)) {
            grants.add(new Object[] {
                caseId, holder, holder.startsWith("d") || holder.startsWith("cl") ? as(holder) : "NETWORK", utc(begun)
            });
        }
        for (int expert = 0; expert < 5; expert++) {
            grants.add(new Object[] {caseId, expert(chance, network), "PANEL", utc(begun)});
        }
        var over = state.equals("DONE");
        var name = over ? new byte[64] : names.apply(new CaseId(caseId), "2026-" + key);
        cases.add(new Object[] {
            caseId,
            name,
            provider,
            over ? "CLOSED" : "TRIAGE",
            network,
            over ? "ADVISED" : null,
            utc(begun),
            over ? utc(now) : null
        });
        for (int number = 0; number < work; number++) {
            anItem(caseId, network, provider, begun, state);
        }
        flush(BATCH);
    }

    private static String as(String holder) {
        return holder.startsWith("dispatcher") ? "NETWORK" : "HOME";
    }

    /** One of a group's people, of whom there are the more the more cases it has. */
    private String person(String group) {
        var rank = DemoStaff.networks().indexOf(group.substring(group.indexOf(':') + 1)) + 1;
        var people = rank == 0 ? 1 : 1 + PEOPLE_OF_THE_FIRST / rank;
        return person(group, chance.nextInt(people));
    }

    /** The first is the one of the demonstration. */
    static String person(String group, int number) {
        return group.replace(':', '.') + (number == 0 ? "" : "." + number);
    }

    private void anItem(UUID caseId, String network, String provider, Instant begun, String state) {
        var due = now.plus(Duration.ofMinutes(chance.nextLong(60 * 24 * 40) - 60 * 24 * 5));
        var role = chance.nextInt(10);
        var group = role < 3 ? "clinician:" + provider : role < 7 ? "dispatcher:" + network : "coordinator:" + network;
        var person = person(group);
        var assignee = chance.nextInt(3) == 0 ? person : null;
        var stage = STAGES.get(chance.nextInt(STAGES.size()));
        items.add(new Object[] {
            ++key,
            caseId,
            stage,
            network,
            chance.nextInt(10) == 0 ? "urgent" : "routine",
            assignee,
            chance.nextInt(5) == 0 ? 75 : 50,
            utc(due),
            utc(due),
            state,
            utc(begun)
        });
        groups.add(new Object[] {key, group});
        if (assignee != null && state.equals("OPEN")) { // what somebody had part in is forgotten when the case ends
            parts.add(List.of(person, caseId));
        }
    }

    private void flush(int least) {
        if (items.size() <= least) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO case_file (id, pseudonym, country, provider, urgency, stage, state, network, closing_reason,"
                        + " registered_by, registered_at, closed_at, version)"
                        + " VALUES (?, ?, 'fi', ?, 'ROUTINE', 'TRIAGE', ?, ?, ?, 'clinician.fi', ?, ?, 1)",
                cases);
        jdbc.batchUpdate(
                "INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage, network,"
                        + " country, urgency, assignee, reserved, priority, due, due_order, state, version, created_at)"
                        + " VALUES (?, ?, 1, 'triage', 'triage', 'triage', 'Triage the request', ?, ?, 'fi', ?, ?, FALSE, ?, ?, ?, ?, 1, ?)",
                items);
        jdbc.batchUpdate("INSERT INTO work_item_group (task_key, candidate) VALUES (?, ?)", groups);
        jdbc.batchUpdate(
                "INSERT INTO case_grant (case_id, holder, granted_as, granted_at) VALUES (?, ?, ?, ?)", grants);
        jdbc.batchUpdate(
                "INSERT INTO case_part (user_id, case_id) VALUES (?, ?)",
                parts.stream().map(List::toArray).toList());
        cases.clear();
        items.clear();
        groups.clear();
        grants.clear();
        parts.clear();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
