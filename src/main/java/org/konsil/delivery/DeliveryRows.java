package org.konsil.delivery;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DeliveryRows extends Repository<Delivery, UUID> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(UUID caseId);
}
