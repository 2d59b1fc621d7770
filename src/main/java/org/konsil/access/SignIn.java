package org.konsil.access;

import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds accounts with passwords for Spring Security: those of the demonstration. */
@Component
@Profile("demo")
class SignIn implements UserDetailsService {

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String userId) {
        var account = accounts.find(userId).orElseThrow(() -> new UsernameNotFoundException("No such account"));
        var hash = account.passwordHash();
        if (hash == null) {
            throw new UsernameNotFoundException("This account has no password here");
        }
        return User.withUsername(account.person().userId())
                .password(hash)
                .disabled(!account.active())
                .authorities(Authorities.of(account.person().groups()))
                .build();
    }
}
