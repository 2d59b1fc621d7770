package org.konsil;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * In every test: who holds a connection of the product's pool must not ask it for a second one. As many requests at once as the pool has
 * connections would each hold one and wait for another, until all of them are refused.
 */
@AutoConfiguration
@ConditionalOnProperty("konsil.one-connection-each")
public class OneConnectionEach implements BeanPostProcessor, DisposableBean {

    private final List<Guarded> pools = new CopyOnWriteArrayList<>();

    /** Whoever migrates the database takes two, alone. */
    private volatile boolean started;

    @EventListener(ContextRefreshedEvent.class)
    void started() {
        started = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean.getClass() != HikariDataSource.class) {
            return bean;
        }
        var guarded = new Guarded();
        ((HikariDataSource) bean).copyStateTo(guarded);
        pools.add(guarded);
        return guarded;
    }

    @Override
    public void destroy() {
        pools.forEach(Guarded::close);
    }

    /** Done by workers only, of which there are fewer than connections. */
    private static boolean isBounded() {
        return StackWalker.getInstance()
                .walk(calls ->
                        calls.anyMatch(call -> call.getClassName().startsWith("org.konsil.indicators.KeptFacts")));
    }

    private final class Guarded extends HikariDataSource {

        private final ThreadLocal<AtomicInteger> held = ThreadLocal.withInitial(AtomicInteger::new);

        @Override
        public Connection getConnection() throws SQLException {
            var mine = held.get();
            if (started && mine.get() > 0 && !isBounded()) {
                throw new IllegalStateException("A second connection is taken while one is held");
            }
            var connection = super.getConnection();
            mine.incrementAndGet();
            var open = new AtomicBoolean(true);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("close") && open.getAndSet(false)) {
                            mine.decrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getTargetException();
                        }
                    });
        }
    }
}
