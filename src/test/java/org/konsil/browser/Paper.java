package org.konsil.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;

/**
 * A form on a page, filled in as a person does: question by question in the order of the page, with what follows from each answer. What
 * is not prepared but has to be answered gets something plausible.
 */
final class Paper {

    private static final String NEXT = read("browser/next-question.js");
    private static final int TOO_MANY = 200;

    private final Page page;
    private final boolean scripted;

    Paper(Page page, boolean scripted) {
        this.page = page;
        this.scripted = scripted;
    }

    /** @param prepared answers by field: a text, a list of choices, or a list of rows */
    void fill(Map<String, ?> prepared) {
        page.locator("[data-fields]").waitFor();
        var answers = flat(prepared);
        var done = new ArrayList<String>();
        for (var round = 0; round < TOO_MANY; round++) {
            if (!(page.evaluate(NEXT, List.of(answers, done)) instanceof Map<?, ?> question)) {
                return;
            }
            var name = String.valueOf(question.get("name"));
            done.add(name);
            answer(name, String.valueOf(question.get("kind")), (List<?>) Objects.requireNonNull(question.get("value")));
        }
        throw new AssertionError("The form never ends at " + page.url());
    }

    private void answer(String name, String kind, List<?> values) {
        var first = String.valueOf(values.getFirst());
        switch (kind) {
            case "add" -> follow(page.locator("button[value='add:" + first + "']"), Locator::click);
            case "radio" -> mark(name, first, true);
            case "checkbox" -> choose(name, values.stream().map(String::valueOf).toList());
            default -> write(control(name), kind, first);
        }
    }

    private void write(Locator control, String kind, String text) {
        if (control.inputValue().equals(text)) {
            return;
        }
        change(control, it -> {
            if (kind.equals("select")) {
                it.selectOption(text);
            } else {
                it.fill(text);
                it.blur();
            }
        });
    }

    private void choose(String name, List<String> wanted) {
        var offered = control(name).all().stream()
                .map(it -> Objects.requireNonNull(it.getAttribute("value")))
                .toList();
        offered.forEach(value -> mark(name, value, wanted.contains(value)));
    }

    private void mark(String name, String value, boolean wanted) {
        var mark = page.locator("[data-fields] input[name='" + name + "'][value='" + value + "']:not([type=hidden])");
        if (mark.isChecked() != wanted) {
            change(mark, it -> it.setChecked(wanted));
        }
    }

    /** Answers; where other questions follow from the answer, waits until they are there. */
    private void change(Locator control, Act act) {
        var field = control.locator("xpath=ancestor::*[@data-refresh][1]");
        if (field.count() == 0) {
            act.on(control);
        } else if (scripted) {
            follow(control, act);
        } else {
            act.on(control);
            follow(field.locator("button.refresh"), Locator::click);
        }
    }

    /** Does what makes the page fetch its questions anew. */
    @SuppressWarnings("deprecation") // the address stays the same, so there is no other to wait for
    private void follow(Locator control, Act act) {
        if (!scripted) {
            page.waitForNavigation(() -> act.on(control));
            return;
        }
        var before = page.querySelector("[data-fields]");
        act.on(control);
        page.waitForFunction("fields => !fields.isConnected", before);
    }

    private Locator control(String name) {
        return page.locator("[data-fields] [name='" + name + "']:not([type=hidden])");
    }

    private static Map<String, Object> flat(Map<String, ?> prepared) {
        var flat = new LinkedHashMap<String, Object>();
        prepared.forEach((name, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map) {
                for (var at = 0; at < rows.size(); at++) {
                    var row = name + "[" + at + "].";
                    ((Map<?, ?>) rows.get(at)).forEach((field, answer) -> flat.put(row + field, answer));
                }
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private interface Act {
        void on(Locator control);
    }
}
