package org.konsil.engine.core;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import io.camunda.zeebe.stream.api.RecordProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import org.konsil.feel.FeelBounds;

/** Zeebe's own processors. Who may do what is decided at our gateways, so its authorizations are off. */
final class Processors {

    private Processors() {}

    static RecordProcessor create(InterPartitionCommandSender sender, JobStreamer streamer, AbandonedJobs abandoned) {
        FeelBounds.putInForce();
        var security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        return new StackGuard(new Engine(
                context -> EngineProcessors.createEngineProcessors(
                                context,
                                1,
                                new SubscriptionCommandSender(context.getPartitionId(), sender),
                                sender,
                                FeatureFlags.createDefault(),
                                streamer,
                                SearchClientsProxy.noop(),
                                new BrokerRequestAuthorizationConverter(security))
                        .withListener(abandoned.handedOut(context.getScheduledTaskStateFactory())),
                new EngineConfiguration().setEnableIdentitySetup(false),
                security));
    }
}
