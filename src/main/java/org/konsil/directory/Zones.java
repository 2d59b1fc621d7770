package org.konsil.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.Days;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** In which time zone people work: that of the provider's own city, else of the country's capital. The table is {@code directory/zones.csv}. */
@Component
public class Zones {

    /** Where days begin and end for the networks: the European institutions' seat. */
    public static final ZoneId EUROPE = Days.PLACE;

    private static final String TABLE = "directory/zones.csv";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final Map<String, ZoneId> byPlace = new HashMap<>();

    Zones() {
        try (var text = new InputStreamReader(new ClassPathResource(TABLE).getInputStream(), StandardCharsets.UTF_8);
                var rows = FORMAT.parse(text)) {
            for (var row : rows) {
                byPlace.put(key(row.get("country"), row.get("city")), ZoneId.of(row.get("zone")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that are known, by name. */
    public List<ZoneId> all() {
        return Stream.concat(byPlace.values().stream(), Stream.of(EUROPE))
                .distinct()
                .sorted(Comparator.comparing(ZoneId::getId))
                .toList();
    }

    /** The capital's zone; that of the European institutions for a country that is not in the table. */
    public ZoneId of(Country country) {
        return byPlace.getOrDefault(key(country.code(), ""), EUROPE);
    }

    /** The provider's own zone, where its country has several. */
    public ZoneId of(Provider provider) {
        var own = byPlace.get(key(provider.country().code(), provider.city()));
        return own == null ? of(provider.country()) : own;
    }

    private static String key(@Nullable String country, @Nullable String city) {
        return country + "/" + (city == null ? "" : city.strip().toLowerCase(Locale.ROOT));
    }
}
