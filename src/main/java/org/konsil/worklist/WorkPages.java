package org.konsil.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Stage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The queues: what I have taken, and what I could take. Filters stand in the address, so that a view can be kept and shared. */
@Controller
class WorkPages {

    private static final List<String> STAGES = List.of(Stage.values()).stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    private final WorkItems items;
    private final CaseFiles cases;
    private final Access access;

    WorkPages(WorkItems items, CaseFiles cases, Access access) {
        this.items = items;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping("/work")
    String mine(ItemFilter filter, Model model, Locale reader) {
        return queue("work", "worklist/mine", "/work", filter.of("me"), model, reader);
    }

    @GetMapping("/work/available")
    String available(ItemFilter filter, Model model, Locale reader) {
        return queue("available", "worklist/available", "/work/available", filter.of("none"), model, reader);
    }

    private String queue(String here, String page, String path, ItemFilter filter, Model model, Locale reader) {
        var person = access.current();
        var found = items.list(filter, person);
        var names = new HashMap<CaseId, String>();
        model.addAttribute("here", here);
        model.addAttribute("path", path);
        model.addAttribute("filter", filter);
        model.addAttribute("stages", STAGES);
        model.addAttribute("total", found.total());
        model.addAttribute("counts", items.counts(person));
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(item -> WorkRow.of(item, names.computeIfAbsent(item.caseId(), this::name), reader))
                        .toList());
        model.addAttribute("first", filter.after() == null ? null : address(path, filter, null));
        model.addAttribute("next", found.next() == null ? null : address(path, filter, found.next()));
        return page;
    }

    private String name(CaseId caseId) {
        return cases.summary(caseId).pseudonym();
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
