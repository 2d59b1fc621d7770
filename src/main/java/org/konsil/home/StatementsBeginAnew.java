package org.konsil.home;

import java.util.Locale;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps H2 (2.3 and 2.4) from remembering statements: one with a list ({@code IN (?, ?)}) that stopped early ({@code FETCH FIRST}, {@code EXISTS})
 * would begin its next run where the last one stopped, in rows as they were then, deleted ones included.
 */
@Component
class StatementsBeginAnew implements BeanPostProcessor {

    private static final String SETTING = "QUERY_CACHE_SIZE";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSourceProperties database) {
            var url = database.getUrl();
            if (url != null
                    && url.startsWith("jdbc:h2:")
                    && !url.toUpperCase(Locale.ROOT).contains(SETTING)) database.setUrl(url + ";" + SETTING + "=0");
        }
        return bean;
    }
}
