package org.konsil.casefile;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseFileRows extends JpaRepository<CaseFile, UUID> {}
