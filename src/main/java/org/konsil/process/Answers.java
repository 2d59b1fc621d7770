package org.konsil.process;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Reads what the engine answered, over REST or gRPC alike, from the client's exceptions. */
final class Answers {

    private Answers() {}

    static boolean isInvalid(Throwable answer) {
        return is(answer, 400, Status.Code.INVALID_ARGUMENT);
    }

    static boolean isUnknown(Throwable answer) {
        return is(answer, 404, Status.Code.NOT_FOUND);
    }

    /** The state does not allow it now (REST says 409 to both). */
    static boolean isConflict(Throwable answer) {
        return is(answer, 409, Status.Code.FAILED_PRECONDITION) || isKnownAlready(answer);
    }

    static boolean isKnownAlready(Throwable answer) {
        return is(answer, 409, Status.Code.ALREADY_EXISTS);
    }

    static boolean isBusy(Throwable answer) {
        return is(answer, 503, Status.Code.RESOURCE_EXHAUSTED) || is(answer, 429, Status.Code.RESOURCE_EXHAUSTED);
    }

    /** The engine's own words, in which it names states; empty if there are none. */
    static String words(Throwable answer) {
        var said = find(answer, ProblemException.class);
        var detail = said == null ? null : said.details().getDetail();
        return detail == null ? String.valueOf(answer.getMessage()) : detail;
    }

    private static boolean is(Throwable answer, int http, Status.Code grpc) {
        var overHttp = find(answer, ClientHttpException.class);
        var overGrpc = find(answer, ClientStatusException.class);
        return overHttp != null && overHttp.code() == http || overGrpc != null && overGrpc.getStatusCode() == grpc;
    }

    private static <T> @Nullable T find(Throwable answer, Class<T> type) {
        for (var cause = answer; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
