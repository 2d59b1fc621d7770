package org.konsil.telling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told. Mail is sent where {@code spring.mail.host} names a server, and nowhere else.
 *
 * @param from the sender's address
 * @param address where people find this installation, for the links in mail
 * @param digestHour the hour of the day, UTC, at which daily and weekly digests are written
 * @param keep how long news are kept
 * @param connectionsOfAPerson how many open pages of one person are kept up to date at once
 * @param connections how many of everybody, on this node
 */
@ConfigurationProperties("konsil.telling")
record TellingSettings(
        @DefaultValue("konsil@localhost") String from,
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue("5") int digestHour,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("4") int connectionsOfAPerson,
        @DefaultValue("2000") int connections) {

    TellingSettings {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("konsil.telling.digest-hour is an hour of the day, 0 to 23");
        }
    }
}
