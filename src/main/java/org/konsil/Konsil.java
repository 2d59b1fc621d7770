package org.konsil;

import org.konsil.engine.EngineOnly;
import org.konsil.operations.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Carries a rare-disease patient's case to the right experts in Europe and the answer back. */
@SpringBootApplication(excludeName = Konsil.NO_PROVIDER)
public class Konsil {

    /** The tests start an OpenID provider of their own from the same class path; the product is none. */
    static final String NO_PROVIDER =
            "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration";

    public static void main(String[] args) {
        if (CommandLine.wanted(args)) System.exit(CommandLine.run(args));
        if (EngineOnly.wanted(args)) EngineOnly.run(args);
        else SpringApplication.run(Konsil.class, args);
    }
}
