package org.konsil.web;

import java.time.ZoneId;

/** In which time zone whoever reads the present page is. */
public interface ReadersZone {

    /** Where nobody is signed in or nothing is known of them: where the networks' days begin. */
    ZoneId now();
}
