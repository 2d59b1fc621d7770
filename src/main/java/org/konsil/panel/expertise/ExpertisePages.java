package org.konsil.panel.expertise;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Expertise;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.panel.Languages;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What experts can be asked about: their own page, and those of their coordinator. */
@Needs(Right.KEEP_EXPERTISE)
@Controller
@RequestMapping("/expertise")
class ExpertisePages {

    /** What the page sends. {@code disease}: a code or name; its branches are added. */
    record Typed(
            @Nullable String discipline,
            @Nullable String own,
            @Nullable List<String> languages,
            @Nullable Set<String> branches,
            @Nullable String disease,
            int version) {

        static Typed of(Expertise kept) {
            return new Typed(
                    kept.discipline().replace('-', ' '),
                    kept.languages().getFirst(),
                    kept.languages(),
                    kept.branches(),
                    "",
                    kept.version());
        }

        public boolean speaks(String language) {
            return languages != null && languages.contains(language);
        }

        public boolean worksOn(String branch) {
            return branches != null && branches.contains(branch);
        }

        Expertise said(Branches all, Locale reader) {
            var works = new HashSet<>(Objects.requireNonNullElse(branches, Set.<String>of()));
            if (disease != null && !disease.isBlank()) {
                works.addAll(all.above(disease, reader));
            }
            var spoken = Stream.concat(
                            Optional.ofNullable(own).stream(),
                            Objects.requireNonNullElse(languages, List.<String>of()).stream())
                    .filter(language -> !language.isBlank())
                    .distinct()
                    .toList();
            var code = Objects.requireNonNullElse(discipline, "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s-]+", "-");
            return new Expertise(code, spoken, works, version);
        }
    }

    private final Expertises expertises;
    private final Branches branches;
    private final Directory directory;
    private final Access access;
    private final Problems problems;
    private final Marks marks;
    private final MessageSource words;

    ExpertisePages(
            Expertises expertises,
            Branches branches,
            Directory directory,
            Access access,
            Problems problems,
            Marks marks,
            MessageSource words) {
        this.expertises = expertises;
        this.branches = branches;
        this.directory = directory;
        this.access = access;
        this.problems = problems;
        this.marks = marks;
        this.words = words;
    }

    /** Whoever keeps their own only is led to it at once. */
    @GetMapping
    ModelAndView all() {
        var experts = expertises.experts(access.current());
        if (experts.size() == 1) {
            return new ModelAndView("redirect:/expertise/" + experts.getFirst().userId());
        }
        var page = new ModelAndView("panel/experts");
        page.addObject("here", "absences");
        page.addObject("experts", experts);
        page.addObject(
                "spoken",
                experts.stream()
                        .flatMap(expert -> expert.languages().stream())
                        .distinct()
                        .collect(Collectors.toMap(code -> code, Languages::name)));
        return page;
    }

    @GetMapping("/{expert}")
    ModelAndView show(@PathVariable String expert, Locale reader) {
        var person = access.current();
        return page(expert, Typed.of(expertises.of(expert, person)), person, reader);
    }

    /** Whatever is refused, what was typed stays on the page. */
    @PostMapping("/{expert}")
    ModelAndView keep(
            @PathVariable String expert,
            Typed typed,
            Locale reader,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var person = access.current();
        try {
            expertises.keep(expert, typed.said(branches, reader), person);
        } catch (ExpertiseRefused refused) {
            if (refused.kind() == Refusal.Kind.UNKNOWN) {
                throw refused;
            }
            var page = page(expert, typed, person, reader);
            var problem = problems.of(refused);
            marks.refused(request, problem);
            page.addObject("problem", problem);
            page.setStatus(
                    refused.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        redirect.addFlashAttribute("done", words.getMessage("panel.expertise.done", null, reader));
        return new ModelAndView("redirect:/expertise/" + expert);
    }

    private ModelAndView page(String expert, Typed typed, Person person, Locale reader) {
        var page = new ModelAndView("panel/expertise");
        page.addObject("here", "absences");
        page.addObject("expert", expertises.expert(expert, person));
        page.addObject("typed", typed);
        page.addObject("several", expertises.experts(person).size() > 1);
        page.addObject("disciplines", directory.disciplines());
        page.addObject("languages", languages(typed));
        page.addObject("branches", branches.all(reader));
        return page;
    }

    /** Those in which people write to panels, and those that the expert speaks besides. */
    private static List<Languages.Choice> languages(Typed typed) {
        var usual = Languages.all();
        var more = Objects.requireNonNullElse(typed.languages(), List.<String>of()).stream()
                .filter(code -> usual.stream().noneMatch(choice -> choice.code().equals(code)))
                .map(code -> new Languages.Choice(code, Languages.name(code)));
        return Stream.concat(usual.stream(), more).toList();
    }
}
