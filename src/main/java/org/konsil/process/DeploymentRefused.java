package org.konsil.process;

import java.util.List;
import org.konsil.kernel.Refusal;

/** Files of a process owner are not fit to come into force. Nothing has changed. */
final class DeploymentRefused extends Refusal {

    DeploymentRefused(List<Field> fields) {
        super(Kind.INVALID, "deployment-refused", "The files are not fit to come into force", fields);
    }
}
