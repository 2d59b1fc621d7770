package org.konsil.engine.core;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.konsil.feel.FeelBounds;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;

/** Reads one model on a small stack: no document type, no nesting and no expression that a larger stack could not bear. */
final class ModelReader implements Runnable {

    private static final int DEEPEST = 100;
    private static final int LONGEST_EXPRESSION = 10_000;
    private static final int DEEPEST_EXPRESSION = 100;

    private static final FeelEngineApi FEEL = bounded();

    private final byte[] model;
    private final boolean decision;
    private volatile @Nullable String objection;

    private static FeelEngineApi bounded() {
        FeelBounds.putInForce();
        return FeelEngineBuilder.forJava().build();
    }

    ModelReader(byte[] model, boolean decision) {
        this.model = model;
        this.decision = decision;
    }

    Optional<String> objection() {
        return Optional.ofNullable(objection);
    }

    @Override
    public void run() {
        try {
            objection = look();
        } catch (XMLStreamException e) {
            // no well-formed XML: the engine itself says where
        } catch (StackOverflowError e) {
            objection = "An expression is nested too deeply.";
        }
    }

    private @Nullable String look() throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(model));
        String wrong = null;
        for (int depth = 0; wrong == null && xml.hasNext(); ) {
            switch (xml.next()) {
                case XMLStreamReader.DTD -> wrong = "A model has no document type (DOCTYPE).";
                case XMLStreamReader.START_ELEMENT ->
                    wrong = ++depth > DEEPEST ? "Elements are nested deeper than " + DEEPEST + "." : attributes(xml);
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> wrong = text(xml.getText());
                default -> {}
            }
        }
        return wrong;
    }

    private @Nullable String attributes(XMLStreamReader xml) {
        String wrong = null;
        for (int at = 0; wrong == null && at < xml.getAttributeCount(); at++) {
            wrong = text(xml.getAttributeValue(at));
        }
        return wrong;
    }

    /** In a process only what begins with an equals sign is an expression, in a decision any text may be. */
    private @Nullable String text(String text) {
        var stripped = text.strip();
        if (stripped.startsWith("=")) {
            return expression(stripped.substring(1));
        }
        return decision && !stripped.isEmpty() ? expression(stripped) : null;
    }

    private static @Nullable String expression(String text) {
        if (text.length() > LONGEST_EXPRESSION) {
            return "An expression is longer than " + LONGEST_EXPRESSION + " characters.";
        }
        var parsed = FEEL.parseExpression(text);
        // what is no FEEL is the engine's to refuse; a decision's tests of inputs are of another kind
        var read = parsed.isSuccess() ? parsed : FEEL.parseUnaryTests(text);
        return read.isSuccess() && depth(read.parsedExpression().expression()) > DEEPEST_EXPRESSION
                ? "An expression is nested deeper than " + DEEPEST_EXPRESSION + "."
                : null;
    }

    private record Node(Object value, int depth) {}

    /** Without recursion, for that is what it is about. */
    private static int depth(Object root) {
        var deepest = 0;
        var left = new ArrayDeque<Node>();
        left.add(new Node(root, 1));
        for (var node = left.poll(); node != null; node = left.poll()) {
            deepest = Math.max(deepest, node.depth());
            var parts = parts(node.value());
            while (parts.hasNext()) {
                left.add(new Node(parts.next(), node.depth() + 1));
            }
        }
        return deepest;
    }

    private static Iterator<?> parts(Object value) {
        return switch (value) {
            case Iterable<?> several -> several.iterator();
            case Product one -> one.productIterator();
            default -> Iterator.empty();
        };
    }
}
