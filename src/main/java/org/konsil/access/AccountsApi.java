package org.konsil.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: who has an account, and shutting one. What an account holds is the provider's to say. */
@Needs(Right.OPERATE)
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts", description = "Who may sign in. For administrators.")
class AccountsApi {

    record Answer(
            String userId,
            String displayName,
            @Nullable String country,
            @Nullable String provider,
            Set<String> groups,
            boolean active) {}

    private final Access access;
    private final Activation activation;

    AccountsApi(Access access, Activation activation) {
        this.access = access;
        this.activation = activation;
    }

    @GetMapping
    @Operation(summary = "All accounts", description = "Also those that were shut.")
    List<Answer> all() {
        return activation.all().stream().map(AccountsApi::answer).toList();
    }

    @PostMapping("/{userId}/deactivate")
    @Operation(summary = "Shut an account", description = "Its sessions end at once, its tokens are refused.")
    Answer deactivate(@PathVariable String userId) {
        return answer(activation.set(userId, false, access.current().actor()));
    }

    @PostMapping("/{userId}/activate")
    @Operation(summary = "Open an account again")
    Answer activate(@PathVariable String userId) {
        return answer(activation.set(userId, true, access.current().actor()));
    }

    private static Answer answer(Account account) {
        var person = account.person();
        var country = person.country();
        return new Answer(
                person.userId(),
                person.displayName(),
                country == null ? null : country.code(),
                person.provider(),
                person.groups().stream().map(Group::toString).collect(Collectors.toSet()),
                account.active());
    }
}
