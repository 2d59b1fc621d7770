package org.konsil.rights;

import java.util.List;

/**
 * One processing activity, as its process model says.
 *
 * @param purpose the process' name
 * @param note what its author wrote about it
 * @param steps human steps in the order of the drawing
 * @param toldEngine variables of the contract: what the engine's log holds of it, ids, codes and choices only
 */
record Processing(String id, String purpose, String note, List<Step> steps, List<String> toldEngine) {

    /**
     * A step that people do.
     *
     * @param recipients roles of the groups that may take it
     * @param data what is filled in: the labels of the form's fields
     */
    record Step(String name, String form, List<String> recipients, List<String> data) {}
}
