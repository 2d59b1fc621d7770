package org.konsil.casefile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes of the name that a sender gave one that no system takes for anything but the name of such a file. */
final class FileNames {

    private static final int LONGEST = 120;

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of(".pdf"),
            "image/png", List.of(".png"),
            "image/jpeg", List.of(".jpg", ".jpeg"),
            "application/dicom", List.of(".dcm", ".dicom"),
            "text/plain", List.of(".txt", ".csv", ".md", ".log"));

    private FileNames() {}

    /** Without folders, control characters, marks that turn the direction of writing, and what shells and systems read as theirs. */
    static String safe(String given, String mediaType) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*%$`;]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ~-]+|[. ]+$", "");
        var endings = ENDINGS.getOrDefault(mediaType, List.of(".bin"));
        var lower = name.toLowerCase(Locale.ROOT);
        var ending = endings.stream().filter(lower::endsWith).findFirst().orElse("");
        var stem = name.substring(0, name.length() - ending.length());
        return shortened(stem.isBlank() ? "file" : stem)
                + (ending.isEmpty() ? endings.getFirst() : name.substring(name.length() - ending.length()));
    }

    private static String shortened(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
