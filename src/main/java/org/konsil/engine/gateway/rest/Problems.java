package org.konsil.engine.gateway.rest;

import org.konsil.engine.core.CommandRejected;
import org.konsil.engine.core.EngineBusy;
import org.konsil.engine.core.EngineStopped;
import org.konsil.engine.store.SearchRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What each failure is to a client. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case CommandRejected rejected -> rejected(rejected);
            case EngineBusy busy -> new Problem(503, "RESOURCE_EXHAUSTED", text(busy));
            case EngineStopped stopped -> new Problem(503, "UNAVAILABLE", text(stopped));
            case SearchRefused refused ->
                refused.wellFormed() ? Problem.invalid(text(refused)) : Problem.unreadable(text(refused));
            case DataAccessException away -> unavailable(away);
            default -> unexpected(failure);
        };
    }

    private static Problem rejected(CommandRejected rejected) {
        int status =
                switch (rejected.type()) {
                    case INVALID_ARGUMENT -> 400;
                    case UNAUTHORIZED -> 401;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case ALREADY_EXISTS, INVALID_STATE -> 409;
                    default -> 500;
                };
        var title =
                switch (rejected.type()) {
                    case PROCESSING_ERROR, EXCEEDED_BATCH_RECORD_SIZE -> "INTERNAL";
                    case SBE_UNKNOWN, NULL_VAL -> "UNKNOWN";
                    default -> rejected.type().name();
                };
        return new Problem(status, title, text(rejected));
    }

    private static Problem unavailable(DataAccessException away) {
        LOG.warn("A search got no answer from the database: {}", away.toString());
        return new Problem(503, "UNAVAILABLE", "The database of the searches does not answer; try again later");
    }

    private static Problem unexpected(Throwable failure) {
        LOG.error("A call of the engine's REST API failed", failure);
        return new Problem(
                500,
                "INTERNAL",
                "The call failed unexpectedly: " + failure.getClass().getSimpleName());
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
