package org.konsil.forms;

import java.util.Optional;

/** Where forms lie that go before those packed in the program. */
public interface FormSource {

    /** The JSON of the form; empty if it is not there. */
    Optional<String> schema(String id);
}
