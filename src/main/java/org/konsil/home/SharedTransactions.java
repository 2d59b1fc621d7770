package org.konsil.home;

import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * What one module refuses inside a larger transaction is for its caller to answer: a task is put up although its people may not see the
 * case yet, a copy is written although one part of it is erased. An exception that nobody answers still rolls everything back.
 */
@Configuration(proxyBeanMethods = false)
class SharedTransactions {

    @Bean
    TransactionManagerCustomizer<AbstractPlatformTransactionManager> callersDecide() {
        return manager -> manager.setGlobalRollbackOnParticipationFailure(false);
    }
}
