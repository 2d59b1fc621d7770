package org.konsil.casefile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface CaseFileRows extends JpaRepository<CaseFile, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CaseFile> findWithLockById(UUID id);
}
