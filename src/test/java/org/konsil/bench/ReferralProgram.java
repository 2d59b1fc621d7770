package org.konsil.bench;

import java.nio.file.Path;
import java.time.Duration;

/** The program that gets killed: works referrals until then and says of each thing that it was acknowledged. */
final class ReferralProgram {

    private ReferralProgram() {}

    /** Folder of the engine, URL and user of the cases' database. */
    public static void main(String[] args) throws Exception {
        var parts = new Parts(Path.of(args[0]), Duration.ofSeconds(2), true);
        var rows = new CaseRows(CaseDatabase.pool(args[1], args[2]));
        var referrals = new Referrals(parts.client(), rows, ReferralProgram::say);
        referrals.work(4, Duration.ofHours(1));
    }

    private static synchronized void say(char what, long key) {
        System.out.println("ack " + what + " " + key + " .");
        System.out.flush();
    }
}
