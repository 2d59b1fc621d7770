package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTests {

    @Test
    void paragraphsHeadingsListsAndSpansAreDrawn() {
        assertThat(
                        Markdown.html(
                                "# Title\n\nSome **bold** and `code`,\nsee [the page](https://konsil.example/a).\n- one\n- two"))
                .isEqualTo("<h2>Title</h2><p>Some <strong>bold</strong> and <code>code</code>,<br>see "
                        + "<a href=\"https://konsil.example/a\">the page</a>.</p><ul><li>one</li><li>two</li></ul>");
    }

    @Test
    void whatCouldHarmIsOnlyText() {
        assertThat(Markdown.html("<script>alert(1)</script> [x](javascript:alert(1)) [y](https://a\"onclick=b)"))
                .doesNotContain("<script", "href=\"javascript", "\"onclick");
    }
}
