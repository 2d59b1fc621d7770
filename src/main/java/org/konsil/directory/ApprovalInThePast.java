package org.konsil.directory;

import java.time.LocalDate;
import java.util.List;
import org.konsil.kernel.Refusal;

/** An approval must hold at least today. */
public class ApprovalInThePast extends Refusal {

    ApprovalInThePast(LocalDate until, LocalDate today) {
        super(
                Kind.INVALID,
                "directory-approval-in-the-past",
                "Approval until " + until + " has already run out on " + today,
                List.of(new Field("/until", "The date lies in the past")),
                until,
                today);
    }
}
