package org.konsil.panel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what a panel member writes on the case's page. */
@Needs(Right.DISCUSS)
@Controller
class DiscussionPost {

    private final Discussion discussion;
    private final Access access;

    DiscussionPost(Discussion discussion, Access access) {
        this.discussion = discussion;
        this.access = access;
    }

    @PostMapping("/cases/{caseId}/discussion")
    String write(
            @PathVariable String caseId,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable UUID replyTo,
            @RequestParam(required = false) @Nullable UUID message) {
        var about = CaseId.of(caseId);
        var person = access.current();
        if (!text.isBlank() && message != null) {
            discussion.revise(about, message, text.strip(), person);
        } else if (!text.isBlank()) {
            discussion.write(about, text.strip(), replyTo, person);
        }
        return "redirect:/cases/" + about + "/panel#discussion";
    }
}
