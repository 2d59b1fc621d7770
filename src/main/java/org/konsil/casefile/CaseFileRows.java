package org.konsil.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRows extends JpaRepository<CaseFile, UUID> {

    /** Locks the row, whatever is known of it; what was read before is read again by whoever asks for it. */
    @Query(value = "SELECT id FROM case_file WHERE id = ?1 FOR UPDATE", nativeQuery = true)
    Optional<UUID> lock(UUID id);

    @Query("select c.id from CaseFile c where c.country = ?1 and c.closedAt is null order by c.registeredAt, c.id")
    List<UUID> underWay(String country);
}
