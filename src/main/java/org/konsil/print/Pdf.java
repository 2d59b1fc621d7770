package org.konsil.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Prints a template as a PDF that assistive software can read (PDF/UA-1, ISO 14289-1) and archives can keep (PDF/A-2a, ISO 19005-2). */
@Component
public class Pdf {

    /** Comes with PDFBox, covers the European scripts, and may be embedded (SIL Open Font License). */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Says what the colours mean, wherever they are shown. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final SpringTemplateEngine templates;

    Pdf(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** @param template whose frame is {@code print/frame}; it sees the model only */
    public byte[] of(String template, Map<String, ?> model, Locale reader) {
        var context = new Context(reader);
        model.forEach(context::setVariable);
        var html = templates.process(template, context);
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .withHtmlContent(html, null)
                    .withProducer("Konsil")
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(COLOURS)
                    .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be printed", e);
        }
    }
}
