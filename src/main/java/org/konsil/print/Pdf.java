package org.konsil.print;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Prints a template as a PDF that assistive software can read (PDF/UA-1, ISO 14289-1) and archives can keep (PDF/A-2a, ISO 19005-2). */
@Component
public class Pdf {

    /** Comes with PDFBox, covers the European scripts, and may be embedded (SIL Open Font License). */
    private static final byte[] FONT = resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    /** Says what the colours mean, wherever they are shown. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // else it says of each document that it begins to print it
        XRLog.listRegisteredLoggers().forEach(part -> XRLog.setLevel(part, Level.WARNING));
    }

    private final SpringTemplateEngine templates;

    Pdf(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** @param template whose frame is {@code print/frame}; it sees the model only */
    public byte[] of(String template, Map<String, ?> model, Locale reader) {
        var context = new Context(reader);
        model.forEach(context::setVariable);
        var html = templates.process(template, context);
        try (var out = new ByteArrayOutputStream();
                var document = new PDDocument()) {
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFastMode()
                    .withHtmlContent(html, null)
                    .withProducer("Konsil")
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(COLOURS)
                    .useFont(new PDFontSupplier(font(document)), "Liberation Sans")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be printed", e);
        }
    }

    /** Without the font's ligatures: looking for them is two thirds of all printing, and a reader searches for letters. */
    private static PDFont font(PDDocument document) throws IOException {
        var font = new TTFParser().parse(new RandomAccessReadBuffer(FONT));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private static byte[] resource(String name) {
        try (var content = Objects.requireNonNull(PDDocument.class.getResourceAsStream(name), name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
