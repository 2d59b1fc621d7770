package org.konsil.breakglass;

import java.util.List;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Whom to tell: never the one who opens. */
@Component
class Witnesses {

    private static final Group AUDITORS = Group.of("auditor:all");

    private final Access access;
    private final Grants grants;

    Witnesses(Access access, Grants grants) {
        this.access = access;
        this.grants = grants;
    }

    /** The home provider's data protection officers, else the auditors. @throws OpeningRefused if there is nobody */
    List<String> of(CaseId caseId, Person opener) {
        var officers = others(
                grants.held(caseId).stream()
                        .filter(held -> held.as() == As.HOME && held.holder().startsWith("dpo:"))
                        .map(held -> Group.of(held.holder())),
                opener);
        var told = officers.isEmpty() ? others(Stream.of(AUDITORS), opener) : officers;
        if (told.isEmpty()) {
            throw OpeningRefused.nobodyToTell();
        }
        return told;
    }

    private List<String> others(Stream<Group> groups, Person opener) {
        return groups.flatMap(group -> access.holders(group).stream())
                .map(Person::userId)
                .filter(user -> !user.equals(opener.userId()))
                .distinct()
                .toList();
    }
}
