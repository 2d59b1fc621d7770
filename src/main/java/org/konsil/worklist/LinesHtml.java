package org.konsil.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.konsil.worklist.WorkCells.Cell;
import org.konsil.worklist.WorkCells.Line;
import org.unbescape.html.HtmlEscape;

/** Writes the lines of a list, and what a filter can be set to. Everything that is not markup of its own is escaped. */
final class LinesHtml {

    private final StringBuilder html = new StringBuilder(65_536);
    private final Function<Instant, String> day;
    private final UnaryOperator<String> link;

    private LinesHtml(Function<Instant, String> day, UnaryOperator<String> link) {
        this.day = day;
        this.link = link;
    }

    /** @param day writes a day as the reader does. @param link makes an address of a path */
    static String lines(List<Line> lines, Function<Instant, String> day, UnaryOperator<String> link) {
        var written = new LinesHtml(day, link);
        lines.forEach(written::line);
        return written.html.toString();
    }

    /** @param options the words of each value, in their order. @param chosen the value that is set; one that is none of them is added */
    static String options(Map<String, String> options, @Nullable String chosen) {
        var written = new LinesHtml(String::valueOf, href -> href);
        if (QueueQuery.isSaid(chosen) && !options.containsKey(chosen)) {
            written.option(String.valueOf(chosen), String.valueOf(chosen), true);
        }
        options.forEach((value, words) -> written.option(value, words, value.equals(chosen)));
        return written.html.toString();
    }

    private void option(String value, String words, boolean isChosen) {
        html.append("<option value=\"")
                .append(escaped(value))
                .append(isChosen ? "\" selected=\"selected\">" : "\">")
                .append(escaped(words))
                .append("</option>");
    }

    private void line(Line line) {
        var what = escaped(line.what());
        html.append("<tr><td class=\"pick\">");
        if (line.pick() != null) {
            html.append("<input type=\"checkbox\" name=\"task\" value=\"")
                    .append(line.task())
                    .append("\" aria-label=\"")
                    .append(escaped(line.pick()))
                    .append(": ")
                    .append(what)
                    .append("\">");
        }
        html.append("</td>");
        line.cells().forEach(this::cell);
        html.append("<td>");
        if (line.claim() != null) {
            html.append("<button class=\"button quiet small\" type=\"submit\" formaction=\"")
                    .append(escaped(link.apply("/tasks/" + line.task() + "/claim")))
                    .append("\"><span>")
                    .append(escaped(line.claim()))
                    .append("</span><span class=\"unseen\">: ")
                    .append(what)
                    .append("</span></button>");
        }
        html.append("</td></tr>");
    }

    private void cell(Cell cell) {
        var text = escaped(cell.text());
        var moment = cell.day() == null ? null : escaped(day.apply(cell.day()));
        var label = " data-label=\"" + escaped(cell.label()) + "\">";
        switch (cell.kind()) {
            case TITLE ->
                html.append("<th scope=\"row\"")
                        .append(label)
                        .append(linked(cell, text))
                        .append("</th>");
            case CASE ->
                html.append("<td class=\"case\"")
                        .append(label)
                        .append(linked(cell, text))
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

    private String linked(Cell cell, String text) {
        return cell.href() == null
                ? "<span>" + text + "</span>"
                : "<a href=\"" + escaped(link.apply(cell.href())) + "\">" + text + "</a>";
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
