package org.konsil.desk.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.NotSignedIn;
import org.konsil.kernel.Right;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page which entries of the navigation are for its reader. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {

    private static final List<String> OUTSIDE = List.of("admin", "auditor", "owner");

    private final Access access;

    Navigation(Access access) {
        this.access = access;
    }

    /** What the reader is called; null before signing in. */
    @ModelAttribute("readerName")
    public @Nullable String readerName() {
        try {
            return access.current().displayName();
        } catch (NotSignedIn | DataAccessException | TransactionException e) {
            return null;
        }
    }

    @ModelAttribute("nav")
    public List<String> nav() {
        var entries = new ArrayList<>(List.of("home"));
        try {
            var reader = access.current();
            var works = reader.groups().stream().anyMatch(group -> !OUTSIDE.contains(group.role()));
            if (works) {
                entries.addAll(List.of("work", "cases"));
            }
            if (reader.holds("clinician")) {
                entries.add("register");
            }
            if (access.may(reader, Right.REVIEW_OPENINGS)) {
                entries.add("openings");
            }
            if (reader.holds("auditor")) {
                entries.add("audit");
            }
            if (access.may(reader, Right.ATTEND_BOARDS)) {
                entries.addAll(List.of("boards", "absences"));
            }
            if (access.may(reader, Right.READ_INDICATORS)) {
                entries.addAll(List.of("overview", "indicators"));
            }
            if (access.may(reader, Right.OPERATE)) {
                entries.add("mail");
            }
            if (reader.holds("auditor") || reader.holds("dpo") || reader.holds("owner")) {
                entries.add("processing");
            }
        } catch (NotSignedIn | DataAccessException | TransactionException e) {
            // the pages before signing in have no navigation, and what is said while the database is away has no more
        }
        return entries;
    }
}
