package org.konsil.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.konsil.web.Times;
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

/**
 * Gives templates {@code th:lines}, the lines of a list as the body of the element, and {@code th:narrowing}, the options of a
 * {@link Narrowings.Narrowing}. Fifty lines and some hundred options are most of a list's page, and took the template engine most of the
 * time of it.
 */
@Component
class ListDialect extends AbstractProcessorDialect {

    ListDialect() {
        super("Konsil lists", StandardDialect.PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new Writing(prefix, "lines", ListDialect::lines),
                new Writing(
                        prefix,
                        "narrowing",
                        (context, value) -> value instanceof Narrowings.Narrowing it
                                ? LinesHtml.options(it.options(), it.chosen())
                                : ""));
    }

    private static String lines(ITemplateContext context, Object value) {
        var times = (Times) context.getExpressionObjects().getObject("times");
        var lines = ((List<?>) value).stream().map(Line.class::cast).toList();
        return LinesHtml.lines(lines, times::day, href -> context.buildLink(href, Map.of()));
    }

    /** What the attribute says is written as the body. */
    private static final class Writing extends AbstractAttributeTagProcessor {

        private static final int BEFORE_ALL_BUT_LOOPS = 250;
        private final BiFunction<ITemplateContext, Object, String> html;

        Writing(String prefix, String attribute, BiFunction<ITemplateContext, Object, String> html) {
            super(TemplateMode.HTML, prefix, null, false, attribute, true, BEFORE_ALL_BUT_LOOPS, true);
            this.html = html;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler handler) {
            var said = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            handler.setBody(html.apply(context, said), false);
        }
    }
}
