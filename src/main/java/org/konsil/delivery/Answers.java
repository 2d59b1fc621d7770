package org.konsil.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Answers extends Repository<Answer, Answer.Key> {

    Answer save(Answer answer);

    void deleteByCaseId(UUID caseId);

    List<Answer> findByCaseIdOrderByItem(UUID caseId);
}
