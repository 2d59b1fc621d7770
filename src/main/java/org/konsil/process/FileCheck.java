package org.konsil.process;

import java.util.List;

/** What a module above has to say of a file before it comes into force. */
public interface FileCheck {

    /** Empty if the file is sound, or is not this module's business. */
    List<Fault> faults(ProcessFile file);
}
