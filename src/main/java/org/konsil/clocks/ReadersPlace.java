package org.konsil.clocks;

import java.time.ZoneId;
import java.util.Optional;
import org.konsil.access.Access;
import org.konsil.access.NotSignedIn;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Zones;
import org.konsil.web.ReadersZone;
import org.springframework.stereotype.Component;

/** The zone of the reader's own hospital, else of the reader's country. */
@Component
class ReadersPlace implements ReadersZone {

    private final Access access;
    private final Directory directory;
    private final Zones zones;

    ReadersPlace(Access access, Directory directory, Zones zones) {
        this.access = access;
        this.directory = directory;
        this.zones = zones;
    }

    @Override
    public ZoneId now() {
        try {
            return of(access.current());
        } catch (NotSignedIn e) {
            return Zones.EUROPE;
        }
    }

    ZoneId of(Person reader) {
        return Optional.ofNullable(reader.provider())
                .flatMap(directory::provider)
                .map(zones::of)
                .or(() -> Optional.ofNullable(reader.country()).map(zones::of))
                .orElse(Zones.EUROPE);
    }
}
