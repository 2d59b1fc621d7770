package org.konsil.panel;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.panel.proposal.Candidate;
import org.konsil.panel.proposal.Track;
import org.konsil.panel.proposal.Tracks;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.konsil.vault.ContentErased;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what is known of the experts who could be asked about a case. */
@Component
class Candidates {

    /** Everybody on a panel reads it; it tells nobody apart. */
    private static final String COMMON = "en";

    private final Directory directory;
    private final Terminology terminology;
    private final Tracks tracks;
    private final Availability availability;
    private final CaseFiles cases;
    private final Access access;

    Candidates(
            Directory directory,
            Terminology terminology,
            Tracks tracks,
            Availability availability,
            CaseFiles cases,
            Access access) {
        this.directory = directory;
        this.terminology = terminology;
        this.tracks = tracks;
        this.availability = availability;
        this.cases = cases;
        this.access = access;
    }

    List<Candidate> of(CaseId caseId, List<Expert> experts, List<Invitation> before) {
        var about = cases.summary(caseId);
        var branches = named(branches(caseId));
        var spoken = languages(about.country());
        var known = tracks.of(experts.stream().map(Expert::userId).toList());
        var away = availability.of(experts.stream().map(Expert::userId).toList(), availability.usualDue());
        var works = directory.branchesOf(experts.stream().map(Expert::userId).toList());
        var deputies = availability.deputies(before.stream()
                .filter(it -> it.state() == Invitation.State.UNAVAILABLE)
                .map(Invitation::expert)
                .toList());
        return experts.stream()
                .map(expert -> new Candidate(
                        expert,
                        known.getOrDefault(expert.userId(), Track.NONE),
                        shared(works.getOrDefault(expert.userId(), Set.of()), branches),
                        expert.languages().stream().filter(spoken::contains).collect(Collectors.toSet()),
                        deputies.contains(expert.userId()),
                        away.getOrDefault(expert.userId(), Availability.Standing.THERE) != Availability.Standing.THERE,
                        isOfHome(expert, about)))
                .toList();
    }

    /** From where those come who were asked. */
    Set<String> countries(List<Invitation> asked) {
        return asked.stream()
                .flatMap(it -> directory.expert(it.expert()).stream())
                .map(expert -> expert.country().code())
                .collect(Collectors.toSet());
    }

    private static List<String> shared(Set<String> own, Map<String, String> branches) {
        return branches.entrySet().stream()
                .filter(branch -> own.contains(branch.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** By the value of the code, in the reader's words. */
    private Map<String, String> named(Set<Code> branches) {
        return branches.stream()
                .collect(Collectors.toMap(
                        Code::value,
                        branch -> terminology
                                .term(branch, LocaleContextHolder.getLocale())
                                .map(Term::label)
                                .orElse(branch.toString())));
    }

    /** The heads of Orphanet's classification above the diseases of the case. */
    private Set<Code> branches(CaseId caseId) {
        try {
            return StreamSupport.stream(cases.clinical(caseId).path("diseases").spliterator(), false)
                    .map(disease -> disease.path("code").asText(""))
                    .flatMap(Candidates::code)
                    .flatMap(code -> terminology.headsOf(code).stream())
                    .collect(Collectors.toSet());
        } catch (ContentErased e) {
            return Set.of();
        }
    }

    private static Stream<Code> code(String text) {
        try {
            return Stream.of(Code.parse(text));
        } catch (MalformedCode e) {
            return Stream.empty();
        }
    }

    private static Set<String> languages(Country country) {
        var spoken = new HashSet<String>();
        Locale.availableLocales()
                .filter(locale -> locale.getCountry().equalsIgnoreCase(country.code()))
                .map(Locale::getLanguage)
                .filter(language -> !language.equals(COMMON))
                .forEach(spoken::add);
        return spoken;
    }

    private boolean isOfHome(Expert expert, CaseSummary about) {
        return access.person(expert.userId())
                .filter(person -> about.provider().equals(person.provider()))
                .isPresent();
    }
}
