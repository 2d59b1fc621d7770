package org.konsil.interim;

import java.time.Instant;

/**
 * What the home clinician was told at one step.
 *
 * @param step as the drawing names it: request-sent, case-taken, panel-convened, discussion, ...
 * @param words the drawing's sentence, with network and panel filled in
 * @param advice what the panel advises meanwhile, in the lead's words; empty where it says nothing yet
 */
public record InterimReport(int number, String step, Instant at, String words, String advice) {}
