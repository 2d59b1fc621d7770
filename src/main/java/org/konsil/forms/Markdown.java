package org.konsil.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The part of Markdown that texts of forms use: paragraphs, headings, lists, bold, italic, code, links. All else is shown as text. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,4})\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*]\\s+(.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,3}[.)]\\s+(.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,200})]\\(((?:https?://|/)[^\\s)]{0,500})\\)");

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private String list = "";

    private Markdown() {}

    static String html(String text) {
        var markdown = new Markdown();
        text.lines().forEach(markdown::line);
        markdown.close();
        return markdown.html.toString();
    }

    private void line(String line) {
        var heading = HEADING.matcher(line);
        var bullet = BULLET.matcher(line);
        var numbered = NUMBERED.matcher(line);
        if (line.isBlank()) {
            close();
        } else if (heading.matches()) {
            close();
            var level = Math.min(4, heading.group(1).length() + 1);
            html.append("<h%d>%s</h%d>".formatted(level, spans(heading.group(2)), level));
        } else if (bullet.matches()) {
            item("ul", bullet.group(1));
        } else if (numbered.matches()) {
            item("ol", numbered.group(1));
        } else {
            if (!list.isEmpty()) {
                close();
            }
            paragraph.add(spans(line.strip()));
        }
    }

    private void item(String kind, String text) {
        if (!list.equals(kind)) {
            close();
            list = kind;
            html.append('<').append(kind).append('>');
        }
        html.append("<li>").append(spans(text)).append("</li>");
    }

    private void close() {
        if (!paragraph.isEmpty()) {
            html.append("<p>").append(String.join("<br>", paragraph)).append("</p>");
            paragraph.clear();
        }
        if (!list.isEmpty()) {
            html.append("</").append(list).append('>');
            list = "";
        }
    }

    private static String spans(String text) {
        var safe = HtmlUtils.htmlEscape(text, "UTF-8");
        return LINK.matcher(safe)
                .replaceAll("<a href=\"$2\">$1</a>")
                .replaceAll("\\*\\*([^*]{1,500})\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])[*_]([^*_<>\"]{1,500})[*_](?![\\w*])", "<em>$1</em>")
                .replaceAll("`([^`]{1,500})`", "<code>$1</code>");
    }
}
