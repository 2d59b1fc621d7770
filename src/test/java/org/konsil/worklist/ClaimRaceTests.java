package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Person;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Fifty people reach for the same twenty tasks, each in an order of their own. */
@HouseTest
@Import(Desk.class)
class ClaimRaceTests {

    private static final int PEOPLE = 50;
    private static final int TASKS = 20;

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Test
    void everyTaskHasOneOwnerAndEverybodyGetsAClearAnswer() throws Exception {
        var caseId = desk.aCase();
        var tasks = new ArrayList<Long>();
        for (int number = 0; number < TASKS; number++) {
            tasks.add(desk.aTask(caseId, "dispatcher:epicare"));
        }
        var got = new ConcurrentHashMap<Long, List<String>>();
        var start = new CyclicBarrier(PEOPLE);
        var all = new ArrayList<Callable<Integer>>();
        for (int number = 0; number < PEOPLE; number++) {
            var person = person("racer" + number);
            var order = new ArrayList<>(tasks);
            Collections.shuffle(
                    order,
                    java.util.Random.from(
                            RandomGeneratorFactory.of("L64X128MixRandom").create(number)));
            all.add(() -> {
                start.await();
                return reach(order, person, got);
            });
        }
        var answers = 0;
        try (var hands = Executors.newFixedThreadPool(PEOPLE)) {
            for (var answered : hands.invokeAll(all)) {
                answers += answered.get();
            }
        }

        assertThat(answers).isEqualTo(PEOPLE * TASKS);
        assertThat(got).hasSize(TASKS);
        got.forEach((key, owners) -> {
            assertThat(owners).hasSize(1);
            assertThat(items.get(key, person(owners.getFirst())).assignee()).isEqualTo(owners.getFirst());
        });
    }

    private int reach(List<Long> order, Person person, Map<Long, List<String>> got) {
        var answers = 0;
        for (var key : order) {
            try {
                items.claim(key, person);
                got.computeIfAbsent(key, none -> Collections.synchronizedList(new ArrayList<>()))
                        .add(person.userId());
                answers++;
            } catch (ItemRefused refused) {
                assertThat(refused.code()).isEqualTo("task-taken");
                assertThat(refused.arguments()).hasSize(1).first().asString().startsWith("racer");
                answers++;
            }
        }
        return answers;
    }

    private static Person person(String userId) {
        return new Person(userId, userId, Country.of("fr"), null, java.util.Set.of(Group.of("dispatcher:epicare")));
    }
}
