package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No column without a class, and no personal one that is not encrypted. Whoever adds a column says in db/columns.csv what it holds. */
@HouseTest
class ColumnRegisterTests {

    private static final Set<String> KINDS =
            Set.of("sealed", "keyed", "hash", "id", "code", "number", "time", "person", "account", "public", "system");

    @Autowired
    JdbcClient jdbc;

    private final ColumnRegister register = ColumnRegister.read();

    @Test
    void everyColumnOfTheDatabaseStandsInTheRegisterAndNoOther() {
        assertThat(register.entries()).extracting(ColumnRegister.Entry::name).doesNotHaveDuplicates();
        assertThat(register.entries())
                .extracting(ColumnRegister.Entry::name)
                .as("src/main/resources/db/columns.csv names each column with its class")
                .containsExactlyInAnyOrderElementsOf(types().keySet());
    }

    @Test
    void aColumnWithPersonalContentHoldsBytesAndSaysUnderWhoseKey() {
        var types = types();
        assertThat(register.of("sealed")).isNotEmpty().allSatisfy(entry -> {
            assertThat(types.get(entry.name())).as(entry.name()).isEqualTo("BINARY VARYING");
            assertThat(entry.controller()).as(entry.name()).isIn("HOME", "NETWORK", "HOME or NETWORK");
        });
        assertThat(register.entries())
                .filteredOn(entry -> "BINARY VARYING".equals(types.get(entry.name())))
                .as("bytes that are not sealed are published")
                .allSatisfy(entry -> assertThat(entry.kind()).isIn("sealed", "public"));
    }

    @Test
    void everyClassIsOneThatTheRegisterExplains() {
        assertThat(register.entries())
                .allSatisfy(entry -> assertThat(entry.kind()).as(entry.name()).isIn(KINDS));
    }

    @Test
    void theDocumentShowsTheRegister() throws IOException {
        assertThat(Files.readString(ColumnRegisterPage.FILE))
                .as("run ColumnRegisterPage to write it anew")
                .isEqualTo(register.page());
    }

    private TreeMap<String, String> types() {
        var types = new TreeMap<String, String>();
        jdbc.sql(
                        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'PUBLIC'")
                .query((row, number) -> types.put(
                        (row.getString(1) + "." + row.getString(2)).toLowerCase(Locale.ROOT), row.getString(3)))
                .list();
        return types;
    }
}
