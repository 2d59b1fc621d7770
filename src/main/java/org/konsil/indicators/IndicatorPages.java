package org.konsil.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The yearly indicators, to be read. */
@Needs(Right.READ_INDICATORS)
@Controller
class IndicatorPages {

    private final IndicatorDesk desk;
    private final Access access;
    private final Directory directory;
    private final Clock clock;

    IndicatorPages(IndicatorDesk desk, Access access, Directory directory, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean published,
            Model page,
            Locale reader) {
        var present = Days.of(clock.instant()).getYear();
        var asked = year == null ? present : year;
        page.addAttribute("here", "indicators");
        page.addAttribute("year", asked);
        page.addAttribute("years", List.of(present, present - 1, present - 2));
        page.addAttribute("published", published);
        var lines = desk.lines(access.current(), asked, published, List.of());
        page.addAttribute("chapters", Chapter.of(lines, line -> name(line, reader)));
        return "indicators/page";
    }

    private String name(Line line, Locale reader) {
        return switch (line.by()) {
            case "network" ->
                directory.network(NetworkId.of(line.group())).map(Network::name).orElse(line.group());
            case "country" -> new Country(line.group()).name(reader);
            default -> "";
        };
    }
}
