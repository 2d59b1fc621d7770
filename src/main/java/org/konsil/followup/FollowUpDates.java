package org.konsil.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FollowUpDates extends Repository<FollowUpDate, FollowUpDate.Key> {

    FollowUpDate save(FollowUpDate date);

    List<FollowUpDate> findByCaseIdOrderByNumber(UUID caseId);

    void deleteByCaseIdAndReportedAtIsNull(UUID caseId);

    Optional<FollowUpDate> findFirstByCaseIdAndReportedAtIsNullOrderByNumber(UUID caseId);
}
