package org.konsil.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/**
 * A patient of the stories. All of them are made up.
 *
 * @param country of the hospital, a code; its clinician's account ends in it
 * @param disease an ORPHAcode that is suspected
 * @param finding an HPO code
 * @param advice what the experts come to recommend
 */
record Patient(
        String country,
        String provider,
        String pseudonym,
        int age,
        String sex,
        String disease,
        String finding,
        String question,
        boolean isUrgent,
        String story,
        String advice) {

    /** In the order of the table. @param ward neuromuscular, vascular, eye */
    static List<Patient> on(String ward) {
        var table = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = table.parse(new java.io.InputStreamReader(
                new ClassPathResource("browser/patients.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return rows.stream()
                    .filter(row -> row.get("ward").equals(ward))
                    .map(Patient::of)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Patient of(CSVRecord row) {
        return new Patient(
                row.get("country"),
                row.get("provider"),
                row.get("pseudonym"),
                Integer.parseInt(row.get("age")),
                row.get("sex"),
                row.get("disease"),
                row.get("finding"),
                row.get("question"),
                row.get("urgency").equals("urgent"),
                row.get("story"),
                row.get("advice"));
    }

    String clinician() {
        return "clinician." + country;
    }

    /** Answers to the form {@code register-case}. */
    ObjectNode registration() {
        var answers = new ObjectMapper()
                .createObjectNode()
                .put("provider", provider)
                .put("country", country)
                .put("pseudonym", pseudonym)
                .put("familyName", "Made-up")
                .put("ageYears", age)
                .put("sex", sex)
                .put("diagnosisStatus", "suspected")
                .put("clinicalSummary", story)
                .put("question", question)
                .put("questionText", "What would you do next?")
                .put("urgency", isUrgent ? "urgent" : "routine");
        if (isUrgent) {
            answers.put("urgencyReason", "Loses ground from week to week.");
        }
        answers.putArray("diseases").addObject().put("code", disease);
        answers.putArray("phenotypes").addObject().put("code", finding).put("presence", "present");
        return answers;
    }
}
