package org.konsil.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.kernel.Group;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Who stands for which controller (GDPR Art. 4(7), 26): the home provider by its data protection officer, the network by its
 * coordinator, whose hospital is controller of the panel's copy.
 */
@Component
class Controllers {

    private final Directory directory;
    private final Vault vault;
    private final Certificates certificates;

    Controllers(Directory directory, Vault vault, Certificates certificates) {
        this.directory = directory;
        this.vault = vault;
        this.certificates = certificates;
    }

    /** Those that hold something of the case and have not erased it. */
    List<Controller> concerned(CaseSummary about) {
        var all = new ArrayList<Controller>();
        all.add(Controller.HOME);
        if (about.network() != null) {
            all.add(Controller.NETWORK);
        }
        all.removeIf(controller -> vault.isDestroyed(about.caseId(), controller)
                || certificates.of(about.caseId(), controller).isPresent());
        return all;
    }

    /** The group that answers for the controller; empty for the network where none was chosen. */
    Optional<Group> handler(CaseSummary about, Controller controller) {
        if (controller == Controller.HOME) {
            return Optional.of(new Group("dpo", about.provider()));
        }
        return Optional.ofNullable(about.network()).map(network -> new Group("coordinator", network.value()));
    }

    /** The hospital that is the controller, by name. */
    String name(CaseSummary about, Controller controller) {
        var provider = controller == Controller.HOME
                ? Optional.of(about.provider())
                : Optional.ofNullable(about.network())
                        .flatMap(directory::network)
                        .map(network -> network.coordinator());
        return provider.map(id -> directory.provider(id).map(one -> one.name()).orElse(id))
                .orElse("");
    }
}
