package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.net.InetAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;

class DemoLoopbackTests {

    @Test
    void theDemonstrationListensOnLoopbackOnly() throws Exception {
        for (var address : new String[] {"0.0.0.0", "192.0.2.7", "::"}) {
            var asked = InetAddress.getByName(address);
            assertThatThrownBy(() -> demonstration(asked)).isInstanceOf(DemoOutsideLoopback.class);
        }
        assertThatThrownBy(() -> demonstration(null)).isInstanceOf(DemoOutsideLoopback.class);
        assertThatCode(() -> demonstration(InetAddress.getByName("127.0.0.1"))).doesNotThrowAnyException();
    }

    private static DemoAccounts demonstration(@Nullable InetAddress address) {
        var server = new ServerProperties();
        server.setAddress(address);
        return new DemoAccounts(
                mock(JdbcClient.class),
                mock(PasswordEncoder.class),
                Clock.systemUTC(),
                mock(PlatformTransactionManager.class),
                server,
                "any");
    }
}
