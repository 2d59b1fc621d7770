package org.konsil.absences;

import org.konsil.access.Person;

/** Somewhere in the house an absence that was just recorded changes who does what. Called in the transaction that records it. */
public interface MakesPlace {

    /** @return how many others are asked instead */
    int makePlace(String absent, Person by);
}
