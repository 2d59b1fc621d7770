package org.konsil.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Whether a PDF is what it says: PDF/UA-1 (ISO 14289-1, for assistive software) and PDF/A (ISO 19005, for archives), by veraPDF. */
public final class PdfUa {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfUa() {}

    /** Every failed check is told with its clause. */
    public static void assertAccessible(byte[] pdf) {
        assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
        assertThat(faults(pdf, PDFAFlavour.PDFA_2_A)).as("PDF/A-2a").isEmpty();
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> test.getRuleId().getClause() + "-"
                            + test.getRuleId().getTestNumber() + " " + test.getMessage() + " at "
                            + test.getLocation().getContext() + " " + test.getErrorMessage())
                    .distinct()
                    .limit(12)
                    .toList();
        } catch (VeraPDFException | java.io.IOException e) {
            throw new AssertionError("veraPDF cannot read the document", e);
        }
    }
}
