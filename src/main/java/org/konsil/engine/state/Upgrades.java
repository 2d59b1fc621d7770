package org.konsil.engine.state;

import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.state.ProcessingDbState;
import io.camunda.zeebe.engine.state.message.TransientPendingSubscriptionState;
import io.camunda.zeebe.engine.state.migration.DbMigratorImpl;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.stream.impl.ClusterContextImpl;
import io.camunda.zeebe.stream.impl.state.DbKeyGenerator;
import io.camunda.zeebe.util.VersionUtil;
import io.camunda.zeebe.util.migration.VersionCompatibilityCheck;
import io.camunda.zeebe.util.migration.VersionCompatibilityCheck.CheckResult;
import java.time.InstantSource;
import java.util.Optional;
import org.konsil.feel.FeelBounds;

/** What Zeebe changes in the state of an older version before it replays the log upon it, and which versions it takes. */
public final class Upgrades {

    private Upgrades() {}

    /** Brings the state to this version; nothing happens when it is of this version already. */
    public static void run(ZeebeDb<ZbColumnFamilies> state, InstantSource clock) {
        FeelBounds.putInForce(); // the state reads models, and they hold expressions
        var context = state.createContext();
        var processing = new ProcessingDbState(
                Snapshots.PARTITION,
                state,
                context,
                new DbKeyGenerator(Snapshots.PARTITION, state, context),
                new TransientPendingSubscriptionState(),
                new TransientPendingSubscriptionState(),
                new EngineConfiguration(),
                clock);
        new DbMigratorImpl(true, new ClusterContextImpl(1), processing, VersionUtil.getVersion()).runMigrations();
    }

    /** Why Zeebe of that version cannot be followed by ours; empty when it can. */
    static Optional<String> objection(String theirs, String ours) {
        return VersionCompatibilityCheck.check(theirs, ours) instanceof CheckResult.Incompatible
                ? Optional.of(
                        "was written by engine %s, and %s cannot follow it directly. Start the versions in between first, one minor version after the other."
                                .formatted(theirs, ours))
                : Optional.empty();
    }
}
