package org.konsil.interop.phenopacket;

import com.google.protobuf.MessageOrBuilder;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phenopackets.schema.v2.core.Measurement;
import org.phenopackets.schema.v2.core.MedicalAction;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.Quantity;
import org.phenopackets.schema.v2.core.TimeElement;

/** Says measurements and medical actions in one line each: labels, numbers and signs, no words of our own. */
final class Lines {

    private Lines() {}

    static String measurement(Measurement given) {
        var value =
                switch (given.getMeasurementValueCase()) {
                    case VALUE ->
                        given.getValue().hasQuantity()
                                ? quantity(given.getValue().getQuantity())
                                : label(given.getValue().getOntologyClass());
                    case COMPLEX_VALUE ->
                        given.getComplexValue().getTypedQuantitiesList().stream()
                                .map(part -> label(part.getType()) + " " + quantity(part.getQuantity()))
                                .collect(Collectors.joining(", "));
                    case MEASUREMENTVALUE_NOT_SET -> "";
                };
        return line(label(given.getAssay()), value, time(given.getTimeObserved()), given.getDescription());
    }

    static String action(MedicalAction given) {
        var what =
                switch (given.getActionCase()) {
                    case PROCEDURE ->
                        line(
                                label(given.getProcedure().getCode()),
                                label(given.getProcedure().getBodySite()),
                                time(given.getProcedure().getPerformed()));
                    case TREATMENT ->
                        line(
                                label(given.getTreatment().getAgent()),
                                label(given.getTreatment().getRouteOfAdministration()),
                                given.getTreatment().getDoseIntervalsList().stream()
                                        .map(dose ->
                                                quantity(dose.getQuantity()) + " " + label(dose.getScheduleFrequency()))
                                        .collect(Collectors.joining(", ")));
                    case RADIATION_THERAPY ->
                        line(
                                label(given.getRadiationTherapy().getModality()),
                                label(given.getRadiationTherapy().getBodySite()),
                                given.getRadiationTherapy().getDosage() + " Gy / "
                                        + given.getRadiationTherapy().getFractions());
                    case THERAPEUTIC_REGIMEN ->
                        line(
                                label(given.getTherapeuticRegimen().getOntologyClass()),
                                given.getTherapeuticRegimen()
                                        .getExternalReference()
                                        .getId(),
                                time(given.getTherapeuticRegimen().getStartTime()));
                    case ACTION_NOT_SET -> "";
                };
        return line(what, label(given.getTreatmentTarget()), label(given.getResponseToTreatment()));
    }

    private static String quantity(Quantity given) {
        var range = given.getReferenceRange();
        return line(
                        number(given.getValue()) + " " + label(given.getUnit()),
                        isGiven(range) ? "[" + number(range.getLow()) + "–" + number(range.getHigh()) + "]" : "")
                .strip();
    }

    private static boolean isGiven(MessageOrBuilder message) {
        return !message.getAllFields().isEmpty();
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static String time(TimeElement given) {
        var when = TimeElements.when(given);
        return when == null ? "" : "@ " + (when.label().isEmpty() ? when.value() : when.label());
    }

    private static String label(OntologyClass given) {
        return TimeElements.given(given).toString();
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
