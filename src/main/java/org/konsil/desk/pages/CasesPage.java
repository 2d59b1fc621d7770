package org.konsil.desk.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.casefile.CaseList;
import org.konsil.desk.dossier.CaseFilter;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases; filters and page stand in the address. */
@Needs(Right.LIST)
@Controller
class CasesPage {

    private static final int ON_A_PAGE = 25;

    private final CaseList cases;
    private final Directory directory;
    private final Names names;
    private final Access access;

    CasesPage(CaseList cases, Directory directory, Names names, Access access) {
        this.cases = cases;
        this.directory = directory;
        this.names = names;
        this.access = access;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        var reader = access.current();
        var page = cases.find(CaseFilter.of(state, network, country), reader, after, ON_A_PAGE);
        model.addAttribute("here", "cases");
        model.addAttribute("total", page.total());
        model.addAttribute(
                "cases",
                page.items().stream()
                        .map(about -> CaseRow.of(about, names, locale))
                        .toList());
        model.addAttribute("filter", Map.of("state", state, "network", network, "country", country));
        model.addAttribute(
                "states", Arrays.stream(CaseState.values()).map(Enum::name).toList());
        model.addAttribute("networks", directory.networks());
        model.addAttribute("countries", Choice.countries(directory.homeCountries(), country, locale));
        model.addAttribute("registers", reader.holds("clinician"));
        model.addAttribute("first", after == null ? null : address(state, network, country, null));
        model.addAttribute("next", page.next() == null ? null : address(state, network, country, page.next()));
        return "desk/cases";
    }

    private static String address(String state, String network, String country, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/cases");
        Map.of("state", state, "network", network, "country", country).forEach((name, value) -> {
            if (!value.isBlank()) {
                address.queryParam(name, value);
            }
        });
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().toUriString();
    }
}
