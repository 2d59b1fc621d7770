package org.konsil.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the printed outcome shows beside the outcome itself. {@code names}: of the signers, by user id. {@code hash}: SHA-256 of its content, in hexadecimal digits. */
record Document(
        String pseudonym,
        String network,
        String diagnosis,
        Member lead,
        List<Member> panel,
        Map<String, String> names,
        LocalDate day,
        int consentVersion,
        String ruleVersion,
        String hash) {

    /** One who took part. {@code disclosed}: kinds of conflict that do not exclude. */
    record Member(String name, String discipline, String disclosed) {}
}
