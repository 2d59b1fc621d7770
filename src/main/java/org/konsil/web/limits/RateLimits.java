package org.konsil.web.limits;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * What is allowed before the answer is 429, on each node of its own. Only failed sign-ins count. OWASP ASVS 4.0.3 (2.2.1) allows at
 * most 100 failures an hour for one account.
 *
 * @param failuresHere failed sign-ins for one account from one address, in 15 minutes
 * @param failuresOfAccount failed sign-ins for one account from anywhere, in an hour
 * @param failuresOfAddress failed sign-ins from one address, in 15 minutes; a hospital is often one address
 * @param searchesOfPerson lists, searches and the history, of one person on pages, in a minute
 * @param searchesOfProgram the same, of one program's account
 * @param keySearches searches for one record number, of one account, in a minute
 * @param filesOfPerson files and imports of one person on pages, in a minute
 * @param packetsOfProgram Phenopackets of one program's account, in a minute
 * @param atOnceOfAddress requests that are under way from one address at the same moment
 */
@Validated
@ConfigurationProperties("konsil.web.limits")
record RateLimits(
        @DefaultValue("10") @Positive int failuresHere,
        @DefaultValue("90") @Positive int failuresOfAccount,
        @DefaultValue("100") @Positive int failuresOfAddress,
        @DefaultValue("600") @Positive int searchesOfPerson,
        @DefaultValue("3000") @Positive int searchesOfProgram,
        @DefaultValue("60") @Positive int keySearches,
        @DefaultValue("60") @Positive int filesOfPerson,
        @DefaultValue("1200") @Positive int packetsOfProgram,
        @DefaultValue("200") @Positive int atOnceOfAddress) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RateLimits.class)
    static class Setting {}
}
