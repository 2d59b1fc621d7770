package org.konsil.worklist;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.access.Restrictions;
import org.konsil.access.StepUp;
import org.konsil.access.UnknownCase;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.CaseTokens;
import org.konsil.casefile.Submission;
import org.konsil.clocks.ClockMoved;
import org.konsil.clocks.Clocks;
import org.konsil.clocks.Reached;
import org.konsil.clocks.Standing;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.process.Outbox;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The neighbours of the work list, in memory. */
class World {

    static final Person DISPATCHER = person("dispatcher.epicare", "dispatcher:epicare");
    static final Person OTHER_DISPATCHER = person("second.epicare", "dispatcher:epicare");
    static final Person CLINICIAN = person("clinician.fi", "clinician:hus");

    final Map<CaseId, CaseSummary> cases = new HashMap<>();
    final List<Submission> kept = new ArrayList<>();
    final List<Controller> controllers = new ArrayList<>();
    final List<HumanTask> completed = new ArrayList<>();
    final Map<String, Object> told = new HashMap<>();
    boolean stepRefuses;

    static Person person(String userId, String... groups) {
        var held = new HashSet<Group>();
        for (var group : groups) {
            held.add(Group.of(group));
        }
        return new Person(userId, userId, Country.of("fi"), null, held);
    }

    CaseId aCase(String country, Urgency urgency) {
        var id = CaseId.next();
        cases.put(
                id,
                new CaseSummary(
                        id,
                        "K-1",
                        Country.of(country),
                        "hus",
                        urgency,
                        Stage.TRIAGE,
                        CaseState.TRIAGE,
                        NetworkId.of("epicare"),
                        null,
                        Instant.EPOCH,
                        null));
        return id;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ShownOrder shownOrder(Access access) {
        return new ShownOrder(mock(Directory.class), access);
    }

    @Bean
    StepUp stepUp() {
        return formId -> Optional.empty();
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper();
    }

    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/forms");
        words.setDefaultEncoding("UTF-8");
        return words;
    }

    /** Which tasks run by which clock; urgent ones have a day. */
    static class Ticking implements Clocks {

        private final World world;
        private final Map<String, Work> running = new HashMap<>();
        final List<String> finished = new ArrayList<>();

        Ticking(World world) {
            this.world = world;
        }

        private @Nullable Instant due(Work work) {
            return work.fixedDue() != null
                    ? work.fixedDue()
                    : due(work.caseId(), work.step(), Instant.now()).orElse(null);
        }

        @Override
        public Map<String, Awaited> awaited(Collection<String> addresses) {
            return Map.of();
        }

        @Override
        public Optional<Instant> due(CaseId caseId, String step, Instant from) {
            return Optional.ofNullable(world.cases.get(caseId))
                    .filter(about -> about.urgency() == Urgency.URGENT)
                    .map(about -> from.plus(Duration.ofDays(1)));
        }

        @Override
        public Running startFor(Work work) {
            var id = "clock-" + running.size();
            running.put(id, work);
            return new Running(id, due(work), false);
        }

        @Override
        public void finishFor(String clockId) {
            finished.add(clockId);
        }

        @Override
        public void fix(String clockId, Instant due) {
            world.move(clockId, due, false);
        }

        @Override
        public void replan(CaseId caseId, Actor by) {
            running.forEach((id, work) -> {
                if (work.caseId().equals(caseId)) {
                    world.move(id, due(work), true);
                }
            });
        }

        @Override
        public String start(CaseId caseId, String step) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startBefore(CaseId caseId, String step, Instant date) {}

        @Override
        public void finishStep(CaseId caseId, String step) {}

        @Override
        public List<Standing> of(CaseId caseId) {
            return List.of();
        }

        @Override
        public Optional<Standing> find(String clockId) {
            return Optional.empty();
        }

        @Override
        public void stop(String clockId) {}

        @Override
        public void resume(String clockId) {}

        @Override
        public void finish(String clockId) {}

        @Override
        public void await(CaseId caseId) {}

        @Override
        public void goOn(CaseId caseId) {}

        @Override
        public Optional<Reached> reached(String markId) {
            return Optional.empty();
        }

        @Override
        public void told(String markId, List<String> to) {}
    }

    @Autowired
    @Nullable
    ApplicationEventPublisher events;

    void move(String clockId, @Nullable Instant due, boolean replanned) {
        Objects.requireNonNull(events)
                .publishEvent(
                        new ClockMoved(CaseId.next(), clockId, null, due, false, replanned, Actor.of("clinician.fi")));
    }

    @Bean
    Ticking clocks() {
        return new Ticking(this);
    }

    /** Turns text around instead of sealing it: enough to see that it went through. */
    @Bean
    Vault vault() {
        return new Vault() {
            @Override
            public byte[] seal(CaseId caseId, Controller controller, String place, String plain) {
                return Base64.getEncoder().encode((controller + plain).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String open(CaseId caseId, Controller controller, String place, byte[] sealed) {
                return new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8)
                        .substring(controller.name().length());
            }

            @Override
            public byte[] sealBytes(CaseId caseId, Controller controller, String place, byte[] plain) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] openBytes(CaseId caseId, Controller controller, String place, byte[] sealed) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String fingerprint(String scope, String content) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void destroy(CaseId caseId, Controller controller) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isDestroyed(CaseId caseId, Controller controller) {
                return false;
            }

            @Override
            public Instant copiesGoneBy(CaseId caseId, Controller controller) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Bean
    Access access() {
        return new Access() {
            @Override
            public Person current() {
                return DISPATCHER;
            }

            @Override
            public Optional<Person> person(String userId) {
                return List.of(DISPATCHER, OTHER_DISPATCHER, CLINICIAN).stream()
                        .filter(it -> it.userId().equals(userId))
                        .findFirst();
            }

            @Override
            public List<Person> holders(Group group) {
                return List.of();
            }

            @Override
            public boolean may(Person person, Right right) {
                return true;
            }

            @Override
            public Set<Right> rights(Person person, CaseId caseId) {
                return Set.of(Right.values());
            }

            @Override
            public boolean may(Person person, CaseId caseId, Right right) {
                return true;
            }

            @Override
            public void require(Person person, CaseId caseId, Right right) {}

            @Override
            public Set<String> holderNames(Person person) {
                var names = new HashSet<>(Set.of(person.userId()));
                person.groups().forEach(group -> names.add(group.toString()));
                return names;
            }

            @Override
            public boolean mayWork(Person person, Collection<String> candidateGroups, @Nullable String assignee) {
                return assignee == null
                        ? candidateGroups.stream().anyMatch(holderNames(person)::contains)
                        : assignee.equals(person.userId());
            }
        };
    }

    /** Nobody waits for a consent here. */
    @Bean
    Grants grants() {
        return org.mockito.Mockito.mock(Grants.class);
    }

    @Bean
    Restrictions restrictions() {
        return new Restrictions() {
            @Override
            public boolean isRestricted(CaseId caseId) {
                return false;
            }

            @Override
            public boolean keepsOut(CaseId caseId, Person person, String homeProvider) {
                return false;
            }

            @Override
            public void restrict(CaseId caseId, Actor by) {}

            @Override
            public boolean lift(CaseId caseId, Actor by) {
                return false;
            }
        };
    }

    @Bean
    Outbox outbox() {
        return new Outbox() {
            @Override
            public void start(CaseId caseId, Map<String, ?> variables) {}

            @Override
            public void startAgain(CaseId caseId, Map<String, ?> variables) {}

            @Override
            public void publish(CaseId caseId, String message, String correlationKey, Map<String, ?> variables) {}

            @Override
            public void completeTask(HumanTask task, JsonNode answers, Map<String, ?> more) {
                completed.add(task);
                told.putAll(more);
            }
        };
    }

    @Bean
    HumanStep step() {
        return new HumanStep() {
            @Override
            public Set<String> forms() {
                return Set.of("triage-test");
            }

            @Override
            public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
                if (stepRefuses) {
                    throw new StepSaysNo();
                }
                return Map.of("said", answers.path("decision").asText());
            }
        };
    }

    static final class StepSaysNo extends Refusal {
        StepSaysNo() {
            super(Kind.CONFLICT, "step-says-no", "no");
        }
    }

    /** What is asked for stands in the table as it was said. */
    @Bean
    CaseTokens caseTokens() {
        return new CaseTokens() {
            @Override
            public List<CaseId> named(String pseudonym) {
                return List.of();
            }

            @Override
            public Set<String> ofDisease(String code) {
                return Set.of(code);
            }

            @Override
            public Set<CaseId> onBranches(Collection<CaseId> among, Collection<String> heads) {
                return Set.of();
            }
        };
    }

    /** There are no cases in its database that could be held. */
    @Bean
    CaseRounds caseRounds() {
        return mock(CaseRounds.class);
    }

    @Bean
    CaseFiles caseFiles() {
        return new CaseFiles() {
            @Override
            public List<CaseId> underWay(Country country) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Submission> submissions(CaseId caseId, Controller controller) {
                return List.of();
            }

            @Override
            public void erased(CaseId caseId, Actor by) {}

            @Override
            public CaseSummary summary(CaseId caseId) {
                return Optional.ofNullable(cases.get(caseId)).orElseThrow(() -> new UnknownCase(caseId));
            }

            @Override
            public JsonNode clinical(CaseId caseId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void enter(CaseId caseId, Stage stage, CaseState state, Actor by) {}

            @Override
            public void choose(CaseId caseId, NetworkId network, Actor by) {}

            @Override
            public void reconsider(CaseId caseId, Urgency urgency, Actor by) {}

            @Override
            public void close(CaseId caseId, ClosingReason reason, Actor by) {}

            @Override
            public void keep(
                    CaseId caseId, long taskKey, String formId, JsonNode answers, Controller controller, Actor by) {
                kept.add(new Submission(taskKey, formId, by, Instant.EPOCH, answers));
                controllers.add(controller);
            }

            @Override
            public List<Submission> submissions(CaseId caseId, String formId) {
                return kept.stream().filter(it -> it.formId().equals(formId)).toList();
            }

            @Override
            public Optional<Submission> latest(CaseId caseId, String formId) {
                return Optional.empty();
            }
        };
    }
}
