package org.konsil.absences;

import org.springframework.context.annotation.Import;

/** The calendar of absences without the rest of the house. */
@Import({Absences.class, AbsenceRows.class})
public class AbsencesAlone {}
