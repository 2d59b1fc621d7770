package org.konsil.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes in transactions of their own, over connections of their own: a request that holds a connection while its refusal is
 * written must not wait for a second one of the same pool, or many refusals at once would stop each other.
 */
@Component
class Apart {

    private final @Nullable HikariDataSource own;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Apart(DataSource shared) {
        this.own = shared instanceof HikariDataSource pool ? likeness(pool) : null;
        var connections = own == null ? shared : own;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = JdbcClient.create(connections);
    }

    void run(Consumer<JdbcClient> work) {
        transaction.executeWithoutResult(status -> work.accept(jdbc));
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }

    private static HikariDataSource likeness(HikariDataSource pool) {
        var config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName("audit");
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        config.setMetricRegistry(null);
        config.setMetricsTrackerFactory(null);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
