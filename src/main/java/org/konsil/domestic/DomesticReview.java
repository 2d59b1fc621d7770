package org.konsil.domestic;

import java.util.List;

/** What the country did for the patient so far: who was asked, what evidence came, which waivers. Clinical: the reading is the caller's to audit. */
public record DomesticReview(List<OpinionRequest> requests, EvidenceSet evidence, List<Waiver> waivers) {

    public DomesticReview {
        requests = List.copyOf(requests);
        waivers = List.copyOf(waivers);
    }

    /** The latest waiver was approved. */
    public boolean isWaived() {
        return !waivers.isEmpty() && waivers.getLast().isApproved();
    }
}
