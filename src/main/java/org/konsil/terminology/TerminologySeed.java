package org.konsil.terminology;

import jakarta.annotation.PostConstruct;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds what the starter set has and the tables do not, before anyone asks for a term; imported terms stay as they are. */
@Component("terminologySeed")
class TerminologySeed {

    private final StarterSet starter;
    private final TermLoader loader;
    private final JdbcOperations jdbc;
    private final TransactionTemplate transaction;

    TerminologySeed(
            StarterSet starter, TermLoader loader, JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.starter = starter;
        this.loader = loader;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
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

    private void name(String language, List<Named> names) {
        var present = new HashSet<Code>();
        Stream.of(Code.ORPHA, Code.HP)
                .forEach(system -> loader.named(system, language).forEach(code -> present.add(new Code(system, code))));
        loader.addNames(
                language,
                names.stream().filter(one -> !present.contains(one.code())).toList());
    }

    /** Needs a transaction. */
    void fill() {
        var present = new HashSet<Code>();
        Stream.of(Code.ORPHA, Code.HP)
                .forEach(system -> loader.codes(system).forEach(code -> present.add(new Code(system, code))));
        loader.add(starter.entries().stream()
                .filter(entry -> !present.contains(entry.code()))
                .toList());
        starter.translations().forEach(this::name);
        var heads = new HashSet<>(jdbc.queryForList("SELECT head FROM terminology_head_network", String.class));
        starter.headNetworks()
                .forEach((head, networks) -> networks.stream()
                        .filter(network -> !heads.contains(head))
                        .forEach(network ->
                                jdbc.update("INSERT INTO terminology_head_network VALUES (?, ?)", head, network)));
    }
}
