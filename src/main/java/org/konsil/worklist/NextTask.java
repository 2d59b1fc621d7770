package org.konsil.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.konsil.access.Person;
import org.konsil.kernel.Group;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Urgency;
import org.springframework.stereotype.Component;

/**
 * Finds the task that matters most for a person now: by the urgency of its case, its clock, its priority, and how well it fits them: their
 * expertise, whether they have worked on the case before, their groups, their country. The weights are ours: an urgent case goes before a late one, a late one before one that only fits well.
 */
@Component
class NextTask {

    /** @param reasons as message keys, the weightiest first */
    record Choice(WorkItem item, int weight, List<String> reasons) {}

    private static final int LOOKED_AT = 50;
    private static final List<String> ORDERS = List.of("due", "-urgency", "-priority", "created");

    private final Queues queues;
    private final WorkItems items;
    private final Skills skills;

    NextTask(Queues queues, WorkItems items, Skills skills) {
        this.queues = queues;
        this.items = items;
        this.skills = skills;
    }

    /** Claims it, unless it is theirs already; whom others were faster for goes to the next. Empty if nothing waits. */
    Optional<Choice> take(Person person) {
        for (var choice : ranked(person)) {
            try {
                var claimed = items.claim(choice.item().taskKey(), person);
                return Optional.of(new Choice(claimed, choice.weight(), choice.reasons()));
            } catch (Refusal faster) {
                // somebody else has it, or the case was restricted meanwhile: the next one then
            }
        }
        return Optional.empty();
    }

    /** What is theirs and what they could take, the weightiest first. */
    List<Choice> ranked(Person person) {
        var found = new LinkedHashMap<Long, WorkItem>();
        for (var queue : List.of(Queue.MINE, Queue.AVAILABLE)) {
            for (var order : ORDERS) {
                queues.page(queue, QueueFilter.of(Map.of("sort", order)), LOOKED_AT, person).items().stream()
                        .filter(item -> item.assignee() == null || item.isFor(person.userId()))
                        .forEach(item -> found.putIfAbsent(item.taskKey(), item));
            }
        }
        var known =
                skills.of(person, found.values().stream().map(WorkItem::caseId).collect(Collectors.toSet()));
        return found.values().stream()
                .map(item -> weigh(item, person, known))
                .sorted(Comparator.comparingInt(Choice::weight)
                        .reversed()
                        .thenComparing(choice -> choice.item().createdAt())
                        .thenComparing(choice -> choice.item().taskKey()))
                .toList();
    }

    private static Choice weigh(WorkItem item, Person person, Skills.Fit fit) {
        var weight = (item.priority() - 50) / 2;
        var reasons = new ArrayList<String>();
        if (item.urgency() == Urgency.URGENT) {
            weight += 100;
            reasons.add("urgent");
        }
        switch (item.clock()) {
            case OVERDUE -> {
                weight += 60;
                reasons.add("overdue");
            }
            case DUE_SOON -> {
                weight += 30;
                reasons.add("due-soon");
            }
            case STOPPED -> weight -= 60;
            case ON_TIME, NONE -> {}
        }
        if (item.priority() > 50) {
            reasons.add("priority");
        }
        if (item.isFor(person.userId())) {
            weight += 15;
            reasons.add("yours");
        }
        if (fit.expertise().contains(item.caseId())) {
            weight += 20;
            reasons.add("expertise");
        }
        if (fit.worked().contains(item.caseId())) {
            weight += 12;
            reasons.add("known");
        }
        var groups = person.groups().stream().map(Group::toString).toList();
        if (!item.candidates().isEmpty() && groups.containsAll(item.candidates())) {
            weight += 10;
            reasons.add("only-you");
        }
        if (item.country().equals(person.country())) {
            weight += 5;
            reasons.add("country");
        }
        if (reasons.isEmpty()) {
            reasons.add("oldest");
        }
        return new Choice(item, weight, reasons);
    }
}
