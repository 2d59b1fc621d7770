package org.konsil.consent;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.UUID;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the consents name, in their table. */
@Repository
class RecipientRows {

    private enum Kind {
        NETWORK,
        COUNTRY,
        GUEST
    }

    private record Row(Kind kind, String recipient) {}

    private final JdbcClient jdbc;

    RecipientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Consent consent) {
        var recipients = consent.recipients();
        recipients.networks().forEach(it -> add(consent.id(), Kind.NETWORK, it.value()));
        recipients.thirdCountries().forEach(it -> add(consent.id(), Kind.COUNTRY, it.code()));
        recipients.guests().forEach(it -> add(consent.id(), Kind.GUEST, it));
    }

    Recipients of(UUID consent, boolean anyNetwork) {
        var rows = jdbc.sql("SELECT kind, recipient FROM consent_recipient WHERE consent_id = ?")
                .param(consent)
                .query((row, number) -> new Row(Kind.valueOf(row.getString(1)), row.getString(2)))
                .list();
        return new Recipients(
                anyNetwork,
                named(rows, Kind.NETWORK).stream().map(NetworkId::of).collect(toSet()),
                named(rows, Kind.COUNTRY).stream().map(Country::of).collect(toSet()),
                named(rows, Kind.GUEST).stream().collect(toSet()));
    }

    private static List<String> named(List<Row> rows, Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(Row::recipient)
                .toList();
    }

    private void add(UUID consent, Kind kind, String recipient) {
        jdbc.sql("INSERT INTO consent_recipient VALUES (?, ?, ?)")
                .params(consent, kind.name(), recipient)
                .update();
    }
}
