package org.konsil;

import org.konsil.engine.EngineOnly;
import org.konsil.operations.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Carries a rare-disease patient's case to the right experts in Europe and the answer back. */
@SpringBootApplication
public class Konsil {

    public static void main(String[] args) {
        if (CommandLine.wanted(args)) System.exit(CommandLine.run(args));
        if (EngineOnly.wanted(args)) EngineOnly.run(args);
        else SpringApplication.run(Konsil.class, args);
    }
}
