package org.konsil.boards;

import java.nio.charset.StandardCharsets;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A session's entry for calendars, as its reader takes it away; each taking is an entry of the history. */
@Component
class InvitationFile {

    private final CalendarFile calendar;
    private final Turns turns;
    private final Audit audit;

    InvitationFile(CalendarFile calendar, Turns turns, Audit audit) {
        this.calendar = calendar;
        this.turns = turns;
        this.audit = audit;
    }

    ResponseEntity<byte[]> of(Meeting meeting, Person reader) {
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/boards/sessions/{session}")
                .buildAndExpand(meeting.id())
                .toUriString();
        audit.recordApart(Boards.entry(reader, "invitation-exported", meeting.id()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("session.ics")
                                .build()
                                .toString())
                .body(calendar.of(meeting, turns.pseudonyms(meeting, reader), link)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
