package org.konsil.directory;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the directory before anyone reads it: the networks and who coordinates them always, hospitals, memberships and
 * experts of the demonstration where {@code konsil.directory.demo} says so. Only what is absent is added, so what an
 * administrator has changed stays.
 */
@Component("directorySeed")
class DirectorySeed {

    private final DirectoryRows rows;
    private final Experts experts;
    private final TransactionTemplate transaction;
    private final boolean demo;

    DirectorySeed(
            DirectoryRows rows,
            Experts experts,
            PlatformTransactionManager transactions,
            @Value("${konsil.directory.demo:#{environment.matchesProfiles('demo')}}") boolean demo) {
        this.rows = rows;
        this.experts = experts;
        this.transaction = new TransactionTemplate(transactions);
        this.demo = demo;
    }

    @PostConstruct
    void sow() {
        try {
            transaction.executeWithoutResult(status -> fill());
        } catch (DuplicateKeyException e) {
            // another node that starts at the same moment was faster: now its rows are there to be seen
            transaction.executeWithoutResult(status -> fill());
        }
    }

    /** The demonstration's providers come first: they carry approvals that the plain rows leave open. */
    private void fill() {
        if (demo) {
            providers("directory/demo/providers.csv");
        }
        providers("directory/providers.csv");
        networks("directory/networks.csv");
        memberships("directory/memberships.csv");
        if (demo) {
            memberships("directory/demo/memberships.csv");
            sponsorships("directory/demo/sponsorships.csv");
            experts("directory/demo/experts.csv");
            expertise("directory/demo/expertise.csv");
        }
    }

    private void providers(String file) {
        var columns = Map.of(
                "id", "id",
                "name", "name",
                "city", "city",
                "country", "country",
                "region", "region",
                "kind", "kind",
                "approved_until", "approved-until");
        rows.add(file, "directory_provider", columns, List.of("id"));
    }

    private void networks(String file) {
        rows.add(file, "directory_network", Map.of("id", "id", "name", "name", "area", "area"), List.of("id"));
        var columns =
                Map.of("network_id", "id", "provider_id", "coordinator", "valid_from", "from", "valid_until", "until");
        rows.add(file, "directory_coordination", columns, List.of("network_id"));
    }

    private void memberships(String file) {
        var columns = Map.of(
                "network_id", "network",
                "provider_id", "provider",
                "kind", "kind",
                "asked_rank", "rank",
                "valid_from", "since",
                "valid_until", "until");
        rows.add(file, "directory_membership", columns, List.of("network_id", "provider_id"));
    }

    private void sponsorships(String file) {
        var columns =
                Map.of("country", "country", "provider_id", "provider", "valid_from", "since", "valid_until", "until");
        rows.add(file, "directory_sponsorship", columns, List.of("country", "provider_id"));
    }

    private void experts(String file) {
        var columns = Map.of(
                "user_id", "user",
                "network_id", "network",
                "name", "name",
                "country", "country",
                "discipline", "discipline",
                "languages", "languages");
        rows.add(file, "directory_expert", columns, List.of("user_id"));
    }

    /** What an expert has taken away does not come back. */
    private void expertise(String file) {
        var kept = experts.kept();
        var columns = Map.of("user_id", "user", "head", "head");
        rows.add(
                file,
                "directory_expertise",
                columns,
                List.of("user_id", "head"),
                row -> !kept.contains(row.get("user")));
    }
}
