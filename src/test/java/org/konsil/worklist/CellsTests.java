package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.konsil.worklist.WorkCells.Cell;
import org.konsil.worklist.WorkCells.Kind;
import org.konsil.worklist.WorkCells.Line;

class CellsTests {

    private static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HOSTILE = "\"><script>alert('x')</script>&";

    @Test
    void aLineIsWrittenCellByCell() {
        assertThat(html(
                        new Cell(Kind.TITLE, "Task", "Triage", "/tasks/7", null, ""),
                        new Cell(Kind.CASE, "Case", "HUS-1", "/cases/1", null, ""),
                        new Cell(Kind.TEXT, "Country", "Österreich", null, null, ""),
                        new Cell(Kind.TAG, "Due", "On time", null, DAY, "clock on-time"),
                        new Cell(Kind.TAG, "Urgency", "Routine", null, null, "plain"),
                        new Cell(Kind.TEXT, "Since", "–", null, DAY, "")))
                .isEqualTo("""
                        <th scope="row" data-label="Task"><a href="/konsil/tasks/7">Triage</a></th>\
                        <td class="case" data-label="Case"><a href="/konsil/cases/1">HUS-1</a></td>\
                        <td data-label="Country">Österreich</td>\
                        <td data-label="Due"><span class="tag clock on-time"><b>On time</b><span>1 March</span></span></td>\
                        <td data-label="Urgency"><span class="tag plain">Routine</span></td>\
                        <td data-label="Since">1 March</td>""");
    }

    @Test
    void whoMayNotOpenATaskReadsItsNameOnly() {
        assertThat(html(new Cell(Kind.TITLE, "Task", "Triage", null, null, "")))
                .isEqualTo("<th scope=\"row\" data-label=\"Task\"><span>Triage</span></th>");
    }

    @Test
    void nothingThatSomebodyWroteBecomesMarkup() {
        for (var kind : Kind.values()) {
            assertThat(html(new Cell(kind, HOSTILE, HOSTILE, HOSTILE, null, HOSTILE)))
                    .doesNotContain("<script", "\">\"", "'x'")
                    .contains("&lt;script&gt;");
        }
    }

    @Test
    void aLineIsChosenAndClaimedByItsTaskAndCase() {
        var line = new Line(7, "Triage, HUS-1", "Choose", "Claim", List.of());

        assertThat(html(line)).isEqualTo("""
                <tr><td class="pick"><input type="checkbox" name="task" value="7" aria-label="Choose: Triage, HUS-1"></td>\
                <td><button class="button quiet small" type="submit" formaction="/konsil/tasks/7/claim"><span>Claim</span>\
                <span class="unseen">: Triage, HUS-1</span></button></td></tr>""");
        assertThat(html(new Line(7, HOSTILE, HOSTILE, HOSTILE, List.of())))
                .doesNotContain("<script", "'x'")
                .contains("&lt;script&gt;");
    }

    @Test
    void whatCannotBeWorkedOnIsNeitherChosenNorClaimed() {
        assertThat(html(new Line(7, "Triage, HUS-1", null, null, List.of())))
                .isEqualTo("<tr><td class=\"pick\"></td><td></td></tr>");
    }

    @Test
    void whatTheAddressSaysStaysChosenThoughItIsNoneOfTheOptions() {
        var options = new LinkedHashMap<>(Map.of("week", "Within a week"));

        assertThat(LinesHtml.options(options, "week"))
                .isEqualTo("<option value=\"week\" selected=\"selected\">Within a week</option>");
        assertThat(LinesHtml.options(options, null)).isEqualTo("<option value=\"week\">Within a week</option>");
        assertThat(LinesHtml.options(options, HOSTILE))
                .doesNotContain("<script")
                .contains("selected", "&lt;script&gt;");
    }

    private static String html(Cell... cells) {
        return html(new Line(1, "", null, null, List.of(cells)))
                .replace("<tr><td class=\"pick\"></td>", "")
                .replace("<td></td></tr>", "");
    }

    private static String html(Line line) {
        return LinesHtml.lines(List.of(line), day -> "1 March", href -> "/konsil" + href);
    }
}
