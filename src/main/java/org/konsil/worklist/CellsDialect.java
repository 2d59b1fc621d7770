package org.konsil.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.konsil.web.Times;
import org.konsil.worklist.WorkCells.Cell;
import org.konsil.worklist.WorkCells.Line;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Gives templates {@code th:cells}: the cells of a line of a list, in place of the element. Fifty lines of nine cells are most of a list's
 * page; a case for each kind of cell takes the template engine a hundred steps for each line, and most of the time that a page takes.
 */
@Component
class CellsDialect extends AbstractProcessorDialect {

    CellsDialect() {
        super("Konsil lists", StandardDialect.PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Writing(prefix));
    }

    private static final class Writing extends AbstractAttributeTagProcessor {

        private static final int BEFORE_ALL_BUT_LOOPS = 250;

        Writing(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "cells", true, BEFORE_ALL_BUT_LOOPS, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler handler) {
            var line = (Line) StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            var times = (Times) context.getExpressionObjects().getObject("times");
            handler.replaceWith(html(line.cells(), times::day, href -> context.buildLink(href, Map.of())), false);
        }
    }

    /** Everything in the cells is escaped. @param day writes a day as the reader does. @param link makes an address of a path */
    static String html(List<Cell> cells, Function<Instant, String> day, UnaryOperator<String> link) {
        var html = new StringBuilder();
        cells.forEach(cell -> write(cell, day, link, html));
        return html.toString();
    }

    private static void write(
            Cell cell, Function<Instant, String> day, UnaryOperator<String> link, StringBuilder html) {
        var text = escaped(cell.text());
        var moment = cell.day() == null ? null : escaped(day.apply(cell.day()));
        var label = " data-label=\"" + escaped(cell.label()) + "\">";
        switch (cell.kind()) {
            case TITLE ->
                html.append("<th scope=\"row\"")
                        .append(label)
                        .append(linked(cell, text, link))
                        .append("</th>");
            case CASE ->
                html.append("<td class=\"case\"")
                        .append(label)
                        .append(linked(cell, text, link))
                        .append("</td>");
            case TAG ->
                html.append("<td")
                        .append(label)
                        .append("<span class=\"tag ")
                        .append(escaped(cell.state()))
                        .append("\">")
                        .append(moment == null ? text : "<b>" + text + "</b><span>" + moment + "</span>")
                        .append("</span></td>");
            case TEXT ->
                html.append("<td")
                        .append(label)
                        .append(moment == null ? text : moment)
                        .append("</td>");
        }
    }

    private static String linked(Cell cell, String text, UnaryOperator<String> link) {
        return cell.href() == null
                ? "<span>" + text + "</span>"
                : "<a href=\"" + escaped(link.apply(cell.href())) + "\">" + text + "</a>";
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
