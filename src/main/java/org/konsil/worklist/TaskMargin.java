package org.konsil.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What stands around a task's form: notes of whoever had it before, who else has it open, in whose stead one acts, and text that was left over. */
@Component
class TaskMargin {

    /** A note with its author's name. */
    record Left(@Nullable String by, Instant at, String text) {}

    private final Notes notes;
    private final Drafts drafts;
    private final ItemDoor door;
    private final WorkRows names;
    private final ObjectMapper json;

    TaskMargin(Notes notes, Drafts drafts, ItemDoor door, WorkRows names, ObjectMapper json) {
        this.notes = notes;
        this.drafts = drafts;
        this.door = door;
        this.names = names;
        this.json = json;
    }

    void of(WorkItem item, Person person, ModelAndView page) {
        page.addObject("notes", left(item));
        page.addObject("besides", besides(item, person));
        page.addObject("behalf", names.person(door.behalf(item, person)));
    }

    /** Of a task that is no longer the reader's to do: what they had typed into its form. */
    void leftOver(WorkItem item, Person person, ModelAndView page) {
        page.addObject("leftOver", typed(item, person));
    }

    /** The names of those who have the form open too; empty if nobody does. */
    String besides(WorkItem item, Person person) {
        return drafts.others(item, person.userId()).stream()
                .map(userId -> String.valueOf(names.person(userId)))
                .collect(Collectors.joining(", "));
    }

    private List<Left> left(WorkItem item) {
        try {
            return notes.of(item).stream()
                    .map(note -> new Left(names.person(note.by()), note.at(), note.text()))
                    .toList();
        } catch (ContentErased e) {
            return List.of();
        }
    }

    private List<String> typed(WorkItem item, Person person) {
        var texts = new ArrayList<String>();
        try {
            var draft = drafts.of(item, person.userId());
            if (draft.isPresent()) {
                collect(json.readTree(draft.get()), texts);
            }
        } catch (ContentErased e) {
            return List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft was kept that is no JSON", e);
        }
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual() && !node.asText().isBlank()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
