package org.konsil.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRows extends JpaRepository<CaseFile, UUID> {

    @Query("select c.id from CaseFile c where c.country = ?1 and c.closedAt is null order by c.registeredAt, c.id")
    List<UUID> underWay(String country);
}
