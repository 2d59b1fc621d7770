package org.konsil.engine.gateway.rest;

import java.util.List;

/** A list without pages. */
record Items(List<?> items) {}
