package org.konsil.panel.thread;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** All that stands beside the messages of a case, read once. */
@Component
public class Beside {

    /** What was read. */
    public record Everything(
            Map<UUID, List<String>> mentions,
            Map<UUID, List<Attached>> files,
            Map<UUID, List<SideNote>> sideNotes,
            Map<UUID, Questions.State> questions) {

        public List<String> mentions(UUID message) {
            return mentions.getOrDefault(message, List.of());
        }

        public List<Attached> files(UUID message) {
            return files.getOrDefault(message, List.of());
        }

        public List<SideNote> sideNotes(UUID message) {
            return sideNotes.getOrDefault(message, List.of());
        }

        public Questions.@Nullable State question(UUID message) {
            return questions.get(message);
        }
    }

    private final Mentions mentions;
    private final MessageFiles files;
    private final SideNotes sideNotes;
    private final Questions questions;

    Beside(Mentions mentions, MessageFiles files, SideNotes sideNotes, Questions questions) {
        this.mentions = mentions;
        this.files = files;
        this.sideNotes = sideNotes;
        this.questions = questions;
    }

    public Everything of(CaseId caseId) {
        return new Everything(mentions.of(caseId), files.of(caseId), sideNotes.of(caseId), questions.of(caseId));
    }
}
