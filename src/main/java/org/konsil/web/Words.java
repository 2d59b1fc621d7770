package org.konsil.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words that people read: every module brings its bundle {@code messages/<module>.properties}, English first. */
@Configuration(proxyBeanMethods = false)
class Words {

    @Bean
    MessageSource messageSource() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var bundles = new TreeSet<String>();
        Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replaceFirst("(_[a-z]{2,3}.*)?\\.properties$", ""))
                .forEach(name -> bundles.add("messages/" + name));
        var source = new RememberedWords();
        source.setBasenames(bundles.toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        // with or without arguments, the words are written the same way: an apostrophe is doubled
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
