package org.konsil.access;

import java.util.Locale;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds accounts for Spring Security; a person's authorities are the roles of their groups. */
@Component
class SignIn implements UserDetailsService {

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String userId) {
        var account = accounts.find(userId).orElseThrow(() -> new UsernameNotFoundException("No such account"));
        var roles = account.person().groups().stream()
                .map(group -> group.role().toUpperCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return User.withUsername(account.person().userId())
                .password(account.passwordHash())
                .disabled(!account.active())
                .roles(roles)
                .build();
    }
}
