package org.konsil.interop.phenopacket;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patient.
 *
 * @param id the sender's pseudonym
 * @param karyotypicSex XX, XY, ... ; null if not told
 * @param dateOfBirth in the packet's own time zone; most packets have none
 * @param lastEncounter when the patient was last seen, usually an age; null if not told
 */
public record Subject(
        String id,
        List<String> alternateIds,
        Sex sex,
        @Nullable String karyotypicSex,
        @Nullable Concept gender,
        @Nullable LocalDate dateOfBirth,
        @Nullable When lastEncounter,
        VitalStatus vitalStatus) {

    public Subject {
        alternateIds = List.copyOf(alternateIds);
    }

    /** Phenotypic sex, in the words of HL7 FHIR's administrative gender. */
    public enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    /**
     * Whether the patient lives.
     *
     * @param timeOfDeath null if not told
     * @param survivalDays days from diagnosis to death, null if not told
     */
    public record VitalStatus(
            Status status,
            @Nullable When timeOfDeath,
            @Nullable Concept causeOfDeath,
            @Nullable Integer survivalDays) {

        /** A death recorded elsewhere ends a case only after a person has confirmed it. */
        public boolean needsConfirmation() {
            return status == Status.DECEASED;
        }
    }

    /** GA4GH's values. */
    public enum Status {
        UNKNOWN,
        ALIVE,
        DECEASED
    }
}
