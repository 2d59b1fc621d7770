package org.konsil.panel.expertise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.directory.Expertise;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Experts say what they can be asked about, or their network's coordinator does for them. Proposals for panels read it from then on. */
@Service
class Expertises {

    static final int MOST_LANGUAGES = 12;

    private static final int LONGEST = 60;
    private static final Pattern DISCIPLINE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Directory directory;
    private final Branches branches;
    private final Audit audit;

    Expertises(Directory directory, Branches branches, Audit audit) {
        this.directory = directory;
        this.branches = branches;
        this.audit = audit;
    }

    /** Whose the reader may keep: their own first. */
    @Transactional(readOnly = true)
    List<Expert> experts(Person reader) {
        var coordinated = reader.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .flatMap(group -> directory.expertsOf(NetworkId.of(group.scope())).stream());
        return Stream.concat(directory.expert(reader.userId()).stream(), coordinated)
                .distinct()
                .toList();
    }

    /** @throws ExpertiseRefused unless the reader may keep it */
    @Transactional(readOnly = true)
    Expert expert(String userId, Person reader) {
        return experts(reader).stream()
                .filter(one -> one.userId().equals(userId))
                .findFirst()
                .orElseThrow(ExpertiseRefused::notYours);
    }

    /** @throws ExpertiseRefused unless the reader may keep it */
    @Transactional(readOnly = true)
    Expertise of(String userId, Person reader) {
        expert(userId, reader);
        return directory.expertise(userId).orElseThrow(ExpertiseRefused::notYours);
    }

    /** The same said twice is once. @throws ExpertiseRefused unless it makes sense, nobody changed it meanwhile, and the person may */
    @Transactional
    void keep(String userId, Expertise said, Person by) {
        var before = of(userId, by);
        requireSense(said);
        if (before.saysTheSame(said)) {
            return;
        }
        if (!directory.keep(userId, said)) {
            throw ExpertiseRefused.changed();
        }
        audit.record(new Entry(
                        by.actor(),
                        "expertise-kept",
                        null,
                        "expert:" + userId,
                        null,
                        Entry.Outcome.DONE,
                        null,
                        Map.of("person", userId))
                .changed(words(before), words(said)));
    }

    private void requireSense(Expertise said) {
        if (said.discipline().length() > LONGEST
                || !DISCIPLINE.matcher(said.discipline()).matches()) {
            throw ExpertiseRefused.discipline();
        }
        var languages = Set.copyOf(said.languages());
        if (languages.isEmpty()
                || languages.size() > MOST_LANGUAGES
                || languages.size() < said.languages().size()
                || !LANGUAGES.containsAll(languages)) {
            throw ExpertiseRefused.languages();
        }
        if (!branches.areAll(said.branches())) {
            throw ExpertiseRefused.branches();
        }
    }

    /** In codes, as the history keeps it. */
    private static String words(Expertise said) {
        return said.discipline() + " " + said.languages() + " " + new TreeSet<>(said.branches());
    }
}
