package org.konsil.web;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Days;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template {@code #times}. */
@Component
class TimesDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final String NAME = "times";

    private final ObjectProvider<ReadersZone> zones;

    TimesDialect(ObjectProvider<ReadersZone> zones) {
        super("Konsil times");
        this.zones = zones;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return name.equals(NAME) ? new Times(context.getLocale(), zone()) : null;
            }

            private ZoneId zone() {
                var known = zones.getIfAvailable();
                return known == null ? Days.PLACE : known.now();
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
