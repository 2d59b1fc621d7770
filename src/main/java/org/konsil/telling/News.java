package org.konsil.telling;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.NotSignedIn;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people of what is new for them, in the transaction of the change. Whoever may not know of the case (any more) when they look
 * sees nothing of it; whoever did it themselves is not told.
 */
@Service
public class News {

    private final NewsRows rows;
    private final Choices choices;
    private final Access access;
    private final TellingSettings settings;
    private final ObjectProvider<JavaMailSender> mail;
    private final Clock clock;

    News(
            NewsRows rows,
            Choices choices,
            Access access,
            TellingSettings settings,
            ObjectProvider<JavaMailSender> mail,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.access = access;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * @param holders user ids and groups such as {@code coordinator:epicare}
     * @param taskKey the work it is about, if it is about work
     * @param about ids and codes by which the same is recognised when it is told once more; it is then new once more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Kind kind, Collection<String> holders, CaseId caseId, @Nullable Long taskKey, String about) {
        var actor = actor();
        people(holders).filter(person -> !person.equals(actor)).sorted().forEach(person -> {
            var pace = pace(person, kind);
            rows.put(person, kind, caseId, taskKey, about, pace.next(clock.instant(), settings.digestHour()));
        });
    }

    /** As {@link #tell}, to whoever gets a mail of its own about it: shown on pages only. */
    @Transactional(propagation = Propagation.MANDATORY)
    void show(Kind kind, String person, CaseId caseId, String about) {
        if (!person.equals(actor())) {
            rows.put(person, kind, caseId, null, about, null);
        }
    }

    /** How often a person gets mail of this kind; none where no mail is sent at all. */
    Pace pace(String person, Kind kind) {
        return mail.getIfAvailable() == null ? Pace.NONE : choices.of(person, kind);
    }

    private Stream<String> people(Collection<String> holders) {
        var people = new LinkedHashSet<String>();
        for (var holder : holders) {
            people.addAll(holder.contains(":") ? members(holder) : Set.of(holder));
        }
        return people.stream();
    }

    private Collection<String> members(String group) {
        return access.holders(Group.of(group)).stream().map(Person::userId).toList();
    }

    private @Nullable String actor() {
        try {
            return access.current().userId();
        } catch (NotSignedIn e) {
            return null;
        }
    }
}
