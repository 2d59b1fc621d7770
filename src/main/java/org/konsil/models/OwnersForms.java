package org.konsil.models;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.konsil.forms.BrokenForm;
import org.konsil.forms.FormSource;
import org.konsil.forms.Forms;
import org.konsil.kernel.Refusal;
import org.konsil.process.Fault;
import org.konsil.process.FileCheck;
import org.konsil.process.ProcessFile;
import org.konsil.process.ProcessFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Forms of process owners go before those packed in the program; one that Konsil could not show does not come into force. */
@Component
class OwnersForms implements FormSource, FileCheck {

    private final ProcessFiles files;
    private final ObjectProvider<Forms> forms;

    /** @param forms asked for late, because forms ask here */
    OwnersForms(ProcessFiles files, ObjectProvider<Forms> forms) {
        this.files = files;
        this.forms = forms;
    }

    @Override
    public Optional<String> schema(String id) {
        return files.form(id);
    }

    @Override
    public List<Fault> faults(ProcessFile file) {
        if (!file.isNamed(".form")) {
            return List.of();
        }
        try {
            forms.getObject().parse(new String(file.content(), StandardCharsets.UTF_8));
            return List.of();
        } catch (BrokenForm e) {
            return e.fields().stream().map(field -> fault(file, field)).toList();
        }
    }

    private static Fault fault(ProcessFile file, Refusal.Field field) {
        return Fault.of(file, "form-not-shown", field.pointer(), field.reason());
    }
}
