package org.konsil.models;

import java.util.stream.Collectors;
import org.konsil.process.ProcessFile;
import org.konsil.process.ProcessFiles;
import org.konsil.process.ProcessFilesChanged;
import org.konsil.rules.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rules on clinical facts are those that are in force in the processes: the same files in both places. */
@Component
class OwnersRules {

    private final ProcessFiles files;
    private final Rules rules;

    OwnersRules(ProcessFiles files, Rules rules) {
        this.files = files;
        this.rules = rules;
        bring();
    }

    @EventListener
    void changed(ProcessFilesChanged event) {
        bring();
    }

    private void bring() {
        rules.replaceWith(
                files.named(".dmn").stream().collect(Collectors.toMap(ProcessFile::name, ProcessFile::content)));
    }
}
