package org.konsil.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.konsil.process.Outbox;
import org.konsil.process.TaskBoard;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The house as in production, with a real OpenID provider beside it and no engine. Its clock only moves on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.client.enabled=false",
            "konsil.engine=none",
            "konsil.vault.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "konsil.sign-in.step-up.forms=sign-outcome,approve-waiver,change-urgency",
            "konsil.sign-in.step-up.acr-values=two-factors"
        })
@ContextConfiguration(initializers = Provider.Found.class)
@ActiveProfiles("test")
@MockitoBean(types = {Outbox.class, TaskBoard.class})
@interface OpenIdTest {}
