package org.konsil.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that does not answer before it is let go, and then refuses: a backup of it holds back all that wants the engine to stand still,
 * and comes to nothing.
 */
final class Standstill extends DelegatingDataSource implements AutoCloseable {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Standstill() {
        super(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""));
    }

    void awaitReached() throws InterruptedException {
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Standstill.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement")) waitAndRefuse();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    private void waitAndRefuse() throws InterruptedException, SQLException {
        reached.countDown();
        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        throw new SQLException("It only held up the others");
    }

    @Override
    public void close() {
        over.countDown();
    }
}
