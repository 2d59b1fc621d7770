package org.konsil.routing;

import java.util.List;

/** The networks that fit a case, best first: what the engine learns of a ranking. */
public record Ranked(List<String> rankedNetworks) {}
