package org.konsil;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.konsil.process.Outbox;
import org.konsil.process.TaskBoard;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole house with its demonstration accounts, an empty database in memory, and no engine: what it is told is noted only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"camunda.client.enabled=false", "konsil.engine=none"})
@AutoConfigureMockMvc
@ActiveProfiles({"demo", "test"})
@MockitoBean(types = {Outbox.class, TaskBoard.class})
public @interface HouseTest {}
