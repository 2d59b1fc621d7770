package org.konsil.referral;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Cause;
import org.konsil.casefile.Pending;
import org.konsil.casefile.Round;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Stage;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process {@code referral} asks when it leaves for another place. Where the event was reported here, the case has changed
 * already; where it came as a message from elsewhere, it changes now.
 */
@Service
public class Resumptions {

    /** What the table {@code resume-at} has to know, and whose case it is now. */
    public record Resumed(String cause, String stageLeft, boolean countryChanged, String country, String provider) {}

    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final NewRounds newRounds;
    private final Directory directory;
    private final JobLedger jobs;

    Resumptions(CaseFiles cases, CaseRounds rounds, NewRounds newRounds, Directory directory, JobLedger jobs) {
        this.cases = cases;
        this.rounds = rounds;
        this.newRounds = newRounds;
        this.directory = directory;
        this.jobs = jobs;
    }

    /** A closed case begins a round. */
    @Transactional
    public Resumed begin(CaseId caseId, JobId job) {
        return resumed(caseId, job, Cause.REOPENED, null);
    }

    /** The round under way ends where it stands. @param provider that takes the case over, where it is another */
    @Transactional
    public Resumed endFormerPart(CaseId caseId, JobId job, String cause, @Nullable String provider) {
        return resumed(caseId, job, Cause.of(cause), provider);
    }

    private Resumed resumed(CaseId caseId, JobId job, Cause cause, @Nullable String provider) {
        return jobs.once(caseId, job, Resumed.class, () -> {
            rounds.hold(List.of(caseId));
            var pending = rounds.pending(caseId);
            var isToBegin = pending.isEmpty() && (cause != Cause.REOPENED || isClosed(caseId));
            var round = isToBegin
                    ? newRounds.begin(caseId, cause, provider, Actor.SYSTEM)
                    : rounds.of(caseId).getLast();
            rounds.followed(caseId, Pending.NEW_ROUND);
            return answer(caseId, round);
        });
    }

    private boolean isClosed(CaseId caseId) {
        return cases.summary(caseId).state().isOver();
    }

    private Resumed answer(CaseId caseId, Round round) {
        var about = cases.summary(caseId);
        var before = directory.provider(round.provider()).orElseThrow().country();
        return new Resumed(
                round.cause().code(),
                code(round.left()),
                !before.equals(about.country()),
                about.country().code(),
                about.provider());
    }

    private static String code(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
