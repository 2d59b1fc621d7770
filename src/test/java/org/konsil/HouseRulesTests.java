package org.konsil;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** What the compiler cannot say about this house. */
class HouseRulesTests {

    private static final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.konsil");

    @Test
    void onlyProcessAndWorkersSpeakToTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.konsil.process..", "org.konsil.workers..", "org.konsil.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda.client..")
                .check(ours);
    }

    @Test
    void theEngineUsesOnlyTheClientsWordsForTheWire() {
        noClasses()
                .that()
                .resideInAPackage("org.konsil.engine..")
                .should()
                .dependOnClassesThat(describe(
                        "are of the client but not its REST words",
                        (JavaClass type) -> type.getPackageName().startsWith("io.camunda.client")
                                && !type.getPackageName().startsWith("io.camunda.client.protocol.rest")))
                .check(ours);
    }

    @Test
    void nobodyButTheEngineKnowsZeebesInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.konsil.engine..")
                .should()
                .dependOnClassesThat(describe(
                        "are Zeebe's, beyond its BPMN model and its DMN",
                        (JavaClass type) -> type.getPackageName().startsWith("io.camunda.zeebe")
                                && !type.getPackageName().startsWith("io.camunda.zeebe.model.bpmn")
                                && !type.getPackageName().startsWith("io.camunda.zeebe.dmn")))
                .check(ours);
    }

    @Test
    void theEngineKnowsNothingOfReferrals() {
        noClasses()
                .that()
                .resideInAPackage("org.konsil.engine..")
                .should()
                .dependOnClassesThat(describe(
                        "are of another module, beyond the bounds of expressions",
                        (JavaClass type) -> type.getPackageName().startsWith("org.konsil.")
                                && !type.getPackageName().equals("org.konsil.feel")
                                && !type.getPackageName().startsWith("org.konsil.engine")))
                .check(ours);
    }

    @Test
    void workersHoldNoClient() {
        noClasses()
                .that()
                .resideInAPackage("org.konsil.workers..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.camunda.client.CamundaClient")
                .check(ours);
    }

    @Test
    void jobWorkersArePublicBecauseTheStarterInvokesThemByPlainReflection() {
        methods()
                .that()
                .areAnnotatedWith(JobWorker.class)
                .should()
                .bePublic()
                .andShould()
                .beDeclaredInClassesThat(
                        describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .check(ours);
    }

    @Test
    void tablesAndPagesStayInTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .or()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(ours);
    }

    @Test
    void onlyTheChainOfTheHistoryIsReadAsAStreamWhichKeepsItsConnectionUntilItIsClosed() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.konsil.audit.AuditChain")
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(ours);
    }

    @Test
    void theKernelIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.konsil.kernel..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "io.camunda..")
                .check(ours);
    }
}
