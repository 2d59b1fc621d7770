package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;

/** Many who work here have a slow line. */
@HouseTest
class FirstPageWeightTests {

    private static final int MOST = 100_000;
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:css|js|img)/[^\"]+)\"");

    @Autowired
    MockMvc site;

    @Test
    void theFirstPageWithAllThatItNeedsIsBelowAHundredKilobytesCompressed() throws Exception {
        for (var account : new String[] {"clinician.fi", "coordinator.epicare"}) {
            var role = account.substring(0, account.indexOf('.')).toUpperCase(java.util.Locale.ROOT);
            var page = site.perform(get("/").with(user(account).roles(role)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            var files = FILE.matcher(new String(page, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            var weight = compressed(page);
            for (var file : files) {
                weight += compressed(new ClassPathResource("static" + file).getContentAsByteArray());
            }
            assertThat(files).as("style sheets, scripts and the mark").hasSizeGreaterThan(4);
            assertThat(weight).as(account).isLessThan(MOST);
        }
    }

    private static int compressed(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(out)) {
            zipped.write(content);
        }
        return out.size();
    }
}
