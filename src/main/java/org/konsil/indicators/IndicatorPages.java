package org.konsil.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.kernel.Days;
import org.konsil.kernel.Needs;
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
    private final Clock clock;

    IndicatorPages(IndicatorDesk desk, Access access, Clock clock) {
        this.desk = desk;
        this.access = access;
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
        page.addAttribute("lines", desk.lines(access.current(), asked, published, List.of()));
        return "indicators/page";
    }
}
