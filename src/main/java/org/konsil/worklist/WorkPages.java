package org.konsil.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.directory.Directory;
import org.konsil.kernel.Country;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The queues: what I have taken, and what I could take. Filters stand in the address, so that a view can be kept and shared. */
@Needs(Right.LIST)
@Controller
class WorkPages {

    private static final List<String> STAGES = List.of(Stage.values()).stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    /** The countries that have a rule pack, and the member state on the default one. */
    private static final List<String> COUNTRIES = List.of("de", "dk", "fi", "nl", "no", "pl", "se", "ua");

    private final WorkItems items;
    private final WorkRows rows;
    private final Directory directory;
    private final Access access;

    WorkPages(WorkItems items, WorkRows rows, Directory directory, Access access) {
        this.items = items;
        this.rows = rows;
        this.directory = directory;
        this.access = access;
    }

    @GetMapping("/work")
    String mine(ItemFilter filter, Model model, Locale reader) {
        model.addAttribute("tooLate", items.tooLate(access.current()));
        return queue("work", "worklist/mine", "/work", filter.of("me"), model, reader);
    }

    @GetMapping("/work/available")
    String available(ItemFilter filter, Model model, Locale reader) {
        return queue("available", "worklist/available", "/work/available", filter.of("none"), model, reader);
    }

    private String queue(String here, String page, String path, ItemFilter filter, Model model, Locale reader) {
        var person = access.current();
        var found = items.list(filter, person);
        model.addAttribute("here", here);
        model.addAttribute("path", path);
        model.addAttribute("filter", filter);
        model.addAttribute("stages", STAGES);
        model.addAttribute("networks", directory.networks());
        model.addAttribute("countries", countries(reader));
        model.addAttribute("total", found.total());
        model.addAttribute("counts", items.counts(person));
        model.addAttribute(
                "rows",
                found.items().stream().map(item -> rows.of(item, reader)).toList());
        model.addAttribute("first", filter.after() == null ? null : address(path, filter, null));
        model.addAttribute("next", found.next() == null ? null : address(path, filter, found.next()));
        return page;
    }

    /** Where a case may come from: wherever a home provider is. */
    private static List<Country> countries(Locale reader) {
        return COUNTRIES.stream()
                .map(Country::of)
                .sorted(Comparator.comparing(country -> country.name(reader)))
                .toList();
    }

    private static String address(String path, ItemFilter filter, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "group", filter.group());
        add(address, "stage", filter.stage());
        add(address, "due", filter.due());
        add(address, "network", filter.network());
        add(address, "country", filter.country());
        add(address, "urgency", filter.urgency());
        add(address, "sort", filter.sort());
        add(address, "after", after);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }
}
