package org.konsil.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;

/** The one place that turns what controllers throw into answers. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Problems problems;
    private final WrongInput input;
    private final Answers answers;
    private final Marks marks;

    Refusals(Problems problems, WrongInput input, Answers answers, Marks marks) {
        this.problems = problems;
        this.input = input;
        this.answers = answers;
        this.marks = marks;
    }

    @ExceptionHandler
    Object refusal(Refusal refusal, HttpServletRequest request) {
        return refused(request, problems.of(refusal));
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (Broken.tooLarge(unreadable)) {
            return refused(request, problems.of(413, "too-large"));
        }
        var cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return refused(
                request,
                input.field(cause)
                        .map(field -> problems.of(422, "invalid", List.of(field)))
                        .orElseGet(() -> problems.of(400, "malformed-json", input.place(cause))));
    }

    @ExceptionHandler({MethodArgumentNotValidException.class, BindException.class})
    Object invalid(BindException invalid, HttpServletRequest request) {
        return refused(request, problems.of(422, "invalid", input.fields(invalid.getBindingResult())));
    }

    @ExceptionHandler
    Object violated(ConstraintViolationException violated, HttpServletRequest request) {
        var fields = violated.getConstraintViolations().stream()
                .map(one -> new Refusal.Field(
                        WrongInput.pointer(one.getPropertyPath().toString()), one.getMessage()))
                .toList();
        return refused(request, problems.of(422, "invalid", fields));
    }

    @ExceptionHandler
    Object wrongType(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return variables(request).containsKey(wrong.getName())
                ? refused(request, problems.of(404, "not-found"))
                : refused(
                        request,
                        problems.of(422, "invalid", List.of(input.parameter(wrong.getName(), "web.wrong-type"))));
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return refused(
                request,
                problems.of(422, "invalid", List.of(input.parameter(missing.getParameterName(), "web.missing-field"))));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return refused(request, problems.of(413, "too-large"));
    }

    /** An upload was expected, and this is none or a broken one. */
    @ExceptionHandler
    Object noUpload(MultipartException broken, HttpServletRequest request) {
        return Broken.tooLarge(broken)
                ? refused(request, problems.of(413, "too-large"))
                : refused(request, problems.of(400, "http-400"));
    }

    /** Somebody changed the same at the same moment; of this request nothing was done. */
    @ExceptionHandler
    Object changedMeanwhile(ConcurrencyFailureException changed, HttpServletRequest request) {
        return refused(request, problems.of(409, "changed-meanwhile"));
    }

    /** Who may do what is Spring Security's to answer. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    Object security(RuntimeException denied) {
        throw denied;
    }

    /** Half an answer is out; whatever followed would look like the rest of it. */
    @ExceptionHandler
    void stopped(AnswerStopped stopped) {}

    /** The reader has gone away; there is nobody left to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    @Nullable
    Object anythingElse(Exception thrown, HttpServletRequest request) {
        if (Broken.tooLarge(thrown)) {
            return refused(request, problems.of(413, "too-large"));
        }
        if (Broken.storageFull(thrown)) {
            LOG.error("There is no room left to write: {}", thrown.getMessage());
            return answers.of(request, problems.of(507, "storage-full"), HttpHeaders.EMPTY);
        }
        if (Broken.database(thrown)) {
            LOG.warn("The database does not answer: {}", thrown.getMessage());
            return answers.of(request, problems.databaseAway(), retryAfter());
        }
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = known.getStatusCode().value();
            return answers.of(request, problems.of(status, "http-" + status), known.getHeaders());
        }
        if (thrown instanceof IllegalArgumentException && comesFromKernel(thrown)) {
            return unreadableId(request);
        }
        var problem = problems.of(500, "failed");
        LOG.error("Request failed, reference {}", problem.reference(), thrown);
        marks.failed(request, problem);
        return answers.of(request, problem, HttpHeaders.EMPTY);
    }

    /** Ids and codes that have no possible form: in an address there is nothing there, elsewhere the input is wrong. */
    private Object unreadableId(HttpServletRequest request) {
        return variables(request).isEmpty()
                ? refused(request, problems.of(422, "invalid"))
                : refused(request, problems.of(404, "not-found"));
    }

    private static boolean comesFromKernel(Throwable thrown) {
        var trace = thrown.getStackTrace();
        for (int at = 0; at < Math.min(6, trace.length); at++) {
            if (trace[at].getClassName().startsWith("org.konsil.kernel.")) {
                return true;
            }
        }
        return false;
    }

    private Object refused(HttpServletRequest request, Problem problem) {
        if (problem.status() != 404) {
            marks.refused(request, problem);
        }
        return answers.of(request, problem, HttpHeaders.EMPTY);
    }

    private static HttpHeaders retryAfter() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "10");
        return headers;
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> map
                ? map
                : Map.of();
    }
}
