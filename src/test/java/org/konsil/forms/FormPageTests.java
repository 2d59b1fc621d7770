package org.konsil.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.forms.SomeForms.form;
import static org.konsil.forms.SomeForms.json;
import static org.konsil.forms.SomeForms.posted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What a browser gets. The pages are also left in target/forms, to be looked at. */
class FormPageTests {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile(" (?:for|aria-describedby|href)=\"#?(f-[^\"]+)\"");

    @Test
    void whatPeopleAndSchemasSayIsNeverMarkup() {
        var form = form(
                "{'type':'textfield','key':'a','label':'<img src=x>','description':'<b>hint</b>'}",
                "{'type':'text','text':'<script>x</script> **bold**'}",
                "{'type':'radio','key':'r','label':'R','values':[{'label':'<i>','value':'<u>'}]}",
                "{'type':'textarea','key':'t','label':'T'}");
        var answers = form.bind(posted("a", "\"><script>", "t", "</textarea><script>"), json("{}"));
        var html = page(form.view(answers, form.validate(answers, Locale.ENGLISH), Locale.ENGLISH));

        assertThat(html)
                .doesNotContain("<img src=x", "<script>", "<b>hint", "<i>", "<u>")
                .contains("<strong>bold</strong>");
    }

    @Test
    void everyErrorLeadsToItsFieldAndStandsThereInWords() {
        var form = form(
                "{'type':'textfield','key':'name','label':'Name','validate':{'required':true}}",
                "{'type':'radio','key':'sex','label':'Sex','values':[{'value':'f'}],'validate':{'required':true}}",
                "{'type':'dynamiclist','path':'people','label':'People','validate':{'minItems':1},'components':["
                        + "{'type':'datetime','key':'on','dateLabel':'On','validate':{'required':true}}]}");
        var answers = form.bind(posted("people[0].on", "yesterday"), json("{}"));
        var html = page(form.view(answers, form.validate(answers, Locale.ENGLISH), Locale.ENGLISH));

        assertThat(html)
                .contains("href=\"#f-name\"", "href=\"#f-sex-0\"", "href=\"#f-people-0-on\"", "value=\"yesterday\"")
                .contains("aria-invalid=\"true\"", "“Name” must be filled in.", "(required)");
        assertReferencesHold(html);
    }

    @Test
    void rowsHaveTheirButtonsAndQuestionsThatFollowAnUpdate() {
        var form = form(
                "{'type':'checkbox','key':'more','label':'More'}",
                "{'type':'textfield','key':'what','label':'What','conditional':{'hide':'=not(more)'}}",
                "{'type':'dynamiclist','path':'people','label':'People','components':[{'type':'textfield','key':'n','label':'N'}]}");
        var html = page(form.view(form.start(json("{}")), java.util.List.of(), Locale.ENGLISH));

        assertThat(html)
                .contains(
                        "value=\"add:people\"", "value=\"remove:people:0\"", "value=\"update\"", "name=\"_people[0]\"")
                .doesNotContain("id=\"f-what\"");
    }

    @ParameterizedTest
    @MethodSource("formsOfTheProduct")
    void everyFormOfTheProductCanBeShown(String id) throws IOException {
        var form = SomeForms.forms().named(id);
        var html = page(form.view(form.start(json("{}")), java.util.List.of(), Locale.ENGLISH));
        var empty = form.bind(posted(), json("{}"));
        var wrong = page(form.view(empty, form.validate(empty, Locale.ENGLISH), Locale.ENGLISH));

        assertReferencesHold(html);
        assertReferencesHold(wrong);
        var folder = Files.createDirectories(Path.of("target/forms"));
        var css = Path.of("src/main/resources/static/css/konsil.css")
                .toAbsolutePath()
                .toUri();
        for (var page : Map.of(id, html, id + "-wrong", wrong).entrySet()) {
            Files.writeString(
                    folder.resolve(page.getKey() + ".html"),
                    "<!DOCTYPE html><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href='"
                            + css + "'><div class=frame><main>" + page.getValue() + "</main></div>");
        }
    }

    static java.util.List<String> formsOfTheProduct() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.replace(".form", ""))
                    .sorted()
                    .toList();
        }
    }

    private static void assertReferencesHold(String html) {
        var ids = ID.matcher(html).results().map(match -> match.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        var referred = REFERENCE
                .matcher(html)
                .results()
                .flatMap(match -> java.util.Arrays.stream(match.group(1).split(" ")))
                .collect(Collectors.toSet());
        assertThat(ids).containsAll(referred);
    }

    private static String page(FormView form) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var inline = new org.thymeleaf.templateresolver.StringTemplateResolver();
        inline.setOrder(2);
        resolver.setOrder(1);
        resolver.setCheckExistence(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(SomeForms.messages());
        engine.addTemplateResolver(resolver);
        engine.addTemplateResolver(inline);
        return engine.process(
                "<div th:replace=\"~{forms/form :: errors(${form})}\"></div><form method=post><div th:replace=\"~{forms/form :: fields(${form})}\"></div></form>",
                new Context(Locale.ENGLISH, Map.of("form", form)));
    }
}
