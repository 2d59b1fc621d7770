package org.konsil.access;

/** Somebody who may sign in, with the hash of their password. */
record Account(Person person, String passwordHash, boolean active) {}
