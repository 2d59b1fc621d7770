package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.letters.LetterText.Block;

/** Puts a letter together: the template's words, the facts of the advice, and what the clinician wrote. */
final class Composer {

    /**
     * What is known without the clinician.
     *
     * @param conditions which of permission, dissent and travel hold
     * @param items type and the clinician's decision of each recommendation, in their order
     * @param consentDate null where the paper has no date
     */
    record Facts(
            String network,
            String provider,
            @Nullable LocalDate consentDate,
            LocalDate outcomeDate,
            LocalDate today,
            int number,
            String clinician,
            Set<String> conditions,
            List<Item> items) {}

    /** A recommendation's type, and what the clinician decided on it (empty: nothing yet). */
    record Item(String type, String decision) {}

    private final LetterTemplate template;
    private final Facts facts;
    private final Map<String, String> places = new HashMap<>();

    private Composer(LetterTemplate template, Facts facts) {
        this.template = template;
        this.facts = facts;
        places.put("network", facts.network());
        places.put("provider", facts.provider());
        places.put("outcome-date", day(facts.outcomeDate()));
        places.put("consent-date", facts.consentDate() == null ? "" : day(facts.consentDate()));
        places.put("number", String.valueOf(facts.number()));
        places.put("date", day(facts.today()));
    }

    /** @param written the form {@code write-letter} */
    static LetterText compose(LetterTemplate template, Facts facts, JsonNode written) {
        return new Composer(template, facts).letter(written);
    }

    private LetterText letter(JsonNode written) {
        var addressee = Addressee.of(written.path("addressee").asText("patient"));
        var blocks = new ArrayList<Block>();
        template.body().stream()
                .filter(part -> part.holds(facts.conditions()))
                .forEach(part -> add(part, addressee, written, blocks));
        var salutation = written.path("salutation").asText("").strip();
        return new LetterText(
                filled(template.title()),
                salutation.isEmpty() ? filled(template.greeting()) : salutation,
                blocks,
                List.of(filled(template.closing()), facts.clinician(), facts.provider()),
                filled(template.footer()));
    }

    private void add(TemplatePart part, Addressee addressee, JsonNode written, List<Block> blocks) {
        if (!part.heading().isEmpty()) {
            blocks.add(Block.heading(filled(part.heading())));
        }
        var text = part.text().to(addressee);
        if (!text.isEmpty()) {
            blocks.add(Block.text(filled(text)));
        }
        if (!part.free().isEmpty()) {
            written.path(part.free())
                    .asText("")
                    .strip()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> blocks.add(Block.text(line.strip())));
        }
        if (part.items()) {
            items(written.path("items"), blocks);
        }
    }

    private void items(JsonNode written, List<Block> blocks) {
        for (int at = 0; at < facts.items().size(); at++) {
            var item = facts.items().get(at);
            var type = template.types().getOrDefault(item.type(), "");
            var decision = template.decisions().getOrDefault(item.decision(), "");
            var own = written.path(at).path("plain").asText("").strip();
            blocks.add(new Block(LetterText.Kind.ITEM, (type + " " + decision).strip(), own));
        }
    }

    private String filled(String words) {
        return LetterTemplate.filled(words, places);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(template.locale())
                .format(day);
    }
}
