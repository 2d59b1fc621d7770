package org.konsil.access;

import org.jspecify.annotations.Nullable;

/** Somebody who may sign in, with the hash of their password if they have one here. */
record Account(Person person, @Nullable String passwordHash, boolean active) {}
