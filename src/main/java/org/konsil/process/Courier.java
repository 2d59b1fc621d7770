package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.konsil.process.Letter.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one letter to the engine and says what came of it. Nothing here is in a transaction. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration START_LIFETIME = Duration.ofHours(1);

    /** Short: a message that outlives its moment may be caught by a later round. */
    private static final Duration EVENT_LIFETIME = Duration.ofMinutes(1);

    /** How often a task that the engine no longer knows is looked up in its searches, which lag behind. */
    private static final int LOOK_UPS = 8;

    private Courier() {}

    static Fate carry(Letter letter, CamundaClient client) {
        try {
            if (letter.kind() == Letter.Kind.TASK) {
                complete(letter, client);
            } else {
                publish(letter, client);
            }
            return Fate.SENT;
        } catch (ClientException e) {
            return letter.kind() == Letter.Kind.TASK
                    ? completionFailed(letter, client, e)
                    : publishingFailed(letter, e);
        }
    }

    private static void publish(Letter letter, CamundaClient client) {
        if (letter.attempts() > 1 && hasArrived(letter, client)) {
            return;
        }
        var isFirst = letter.kind() == Letter.Kind.START;
        client.newPublishMessageCommand()
                .messageName(String.valueOf(letter.name()))
                .correlationKey(String.valueOf(letter.correlationKey()))
                .messageId(isFirst ? letter.caseId().toString() : Long.toString(letter.id()))
                .timeToLive(letter.kind() == Letter.Kind.MESSAGE ? EVENT_LIFETIME : START_LIFETIME)
                .variables(letter.variables())
                .requestTimeout(PATIENCE)
                .send()
                .join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The engine forgets a message's id after its lifetime; what it once started or woke stands in its searches. */
    private static boolean hasArrived(Letter letter, CamundaClient client) {
        return !client.newCorrelatedMessageSubscriptionSearchRequest()
                .filter(filter -> filter.messageName(String.valueOf(letter.name()))
                        .correlationKey(String.valueOf(letter.correlationKey()))
                        .correlationTime(time -> time.gte(letter.writtenAt()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .atOffset(ZoneOffset.UTC))))
                .requestTimeout(PATIENCE)
                .send()
                .join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .items()
                .isEmpty();
    }

    private static void complete(Letter letter, CamundaClient client) {
        client.newCompleteUserTaskCommand(letter.taskKey())
                .variables(letter.variables())
                .requestTimeout(PATIENCE)
                .send()
                .join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A message that the engine knows by its id was delivered by an attempt whose answer was lost. */
    private static Fate publishingFailed(Letter letter, ClientException e) {
        return Answers.isKnownAlready(e) ? Fate.SENT : otherwise(letter, e);
    }

    private static Fate completionFailed(Letter letter, CamundaClient client, ClientException e) {
        if (Answers.isUnknown(e)) {
            return lookUp(letter, client);
        }
        if (!Answers.isConflict(e)) {
            return otherwise(letter, e);
        }
        var words = Answers.words(e);
        if (words.contains("'COMPLETING'")) {
            return Fate.SENT;
        }
        return words.contains("'CANCELING'") ? Fate.SUPERSEDED : Fate.LATER;
    }

    /** Gone may mean completed by an attempt whose answer was lost, or cancelled: the searches know. */
    private static Fate lookUp(Letter letter, CamundaClient client) {
        try {
            var found = client.newUserTaskSearchRequest()
                    .filter(filter -> filter.userTaskKey(letter.taskKey()))
                    .send()
                    .join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var state = found.items().isEmpty()
                    ? UserTaskState.UNKNOWN_ENUM_VALUE
                    : found.items().getFirst().getState();
            return switch (state) {
                case COMPLETED -> letter.attempts() > 1 ? Fate.SENT : Fate.SUPERSEDED;
                case CANCELED, FAILED -> Fate.SUPERSEDED;
                default -> letter.attempts() < LOOK_UPS ? Fate.LATER : Fate.SUPERSEDED;
            };
        } catch (ClientException e) {
            return Fate.AWAY;
        }
    }

    private static Fate otherwise(Letter letter, ClientException e) {
        if (!Answers.isInvalid(e)) {
            return Answers.isBusy(e) ? Fate.LATER : Fate.AWAY;
        }
        LOG.error("The engine refused outbox row {} ({}): {}", letter.id(), letter.kind(), Answers.words(e));
        return Fate.REFUSED;
    }
}
