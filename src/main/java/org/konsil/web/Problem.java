package org.konsil.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.konsil.kernel.Refusal;

/**
 * What went wrong, in the reader's words: what happened, why, what to do next. As JSON it is a problem detail (RFC 9457).
 *
 * @param status the HTTP status
 * @param code names the problem for programs, kebab-case
 * @param fields the fields that are wrong, where it was the input
 * @param reference by which the entry in the history or the log is found again
 */
public record Problem(
        int status, String code, String what, String why, String toDo, List<Refusal.Field> fields, String reference) {

    /** The members of the problem detail. */
    Map<String, Object> members(String instance) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:konsil:problem:" + code);
        members.put("title", what);
        members.put("status", status);
        members.put("detail", why);
        members.put("instance", instance);
        members.put("code", code);
        members.put("do", toDo);
        if (!fields.isEmpty()) {
            members.put("errors", fields);
        }
        members.put("reference", reference);
        return members;
    }
}
