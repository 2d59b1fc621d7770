package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Pseudonyms.Context;

/** One name per case and context; none leads to another. */
class PseudonymsTests {

    @TempDir
    Path folder;

    private Pseudonyms pseudonyms() {
        return Store.of(folder, Store.OLD).pseudonyms();
    }

    @Test
    void theSameCaseAndContextGiveTheSameNameAlsoAfterARestart() {
        var caseId = CaseId.next();
        assertThat(pseudonyms().of(caseId, Context.REGISTRY))
                .isEqualTo(pseudonyms().of(caseId, Context.REGISTRY));
    }

    @Test
    void contextsAndInstallationsShareNothing() {
        var caseId = CaseId.next();
        var elsewhere = Store.of(folder.resolve("elsewhere"), Store.OLD).pseudonyms();
        var names = new HashSet<String>();
        for (var context : Context.values()) {
            names.add(pseudonyms().of(caseId, context).substring(2));
            names.add(elsewhere.of(caseId, context).substring(2));
        }
        assertThat(names).hasSize(2 * Context.values().length);
    }

    @Test
    void itIsReadableAndASlipOfThePenIsFound() {
        var name = pseudonyms().of(CaseId.next(), Context.CASE);

        assertThat(name).matches("C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]");
        assertThat(pseudonyms().isWellFormed(name, Context.CASE)).isTrue();
        assertThat(pseudonyms().isWellFormed(" " + name.toLowerCase(java.util.Locale.ROOT), Context.CASE))
                .isTrue();
        assertThat(pseudonyms().isWellFormed(name, Context.RESEARCH)).isFalse();
        for (int at = 2; at < name.length(); at++) {
            if (name.charAt(at) != '-') {
                var slip = name.substring(0, at) + (name.charAt(at) == '7' ? '8' : '7') + name.substring(at + 1);
                assertThat(pseudonyms().isWellFormed(slip, Context.CASE))
                        .as(slip)
                        .isFalse();
            }
        }
    }

    @Test
    void afterTheErasureNobodyCanFormItAgain() {
        var caseId = CaseId.next();
        pseudonyms().of(caseId, Context.RESEARCH);
        Store.of(folder, Store.OLD).vault().destroy(caseId, Controller.NETWORK);

        assertThatThrownBy(() -> pseudonyms().of(caseId, Context.RESEARCH)).isInstanceOf(ContentErased.class);
        assertThat(pseudonyms().of(caseId, Context.CASE)).startsWith("C-");
    }
}
