package org.konsil.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konsil.access.Agreed;
import org.konsil.access.Relation;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;

/** Whatever leaves the home provider says so and asks the consent: found by what it calls, not by what it is called. */
class SharingPointsTests {

    private static final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.konsil");

    /** What hands something of a case to somebody, or takes it out of the house. */
    private static final Set<String> HANDS_OVER = Set.of(
            "org.konsil.access.Grants.share",
            "org.konsil.casefile.Attachments.read",
            "org.konsil.advice.Outcomes.pdf",
            "org.konsil.delivery.DeliveryRows.save",
            "org.konsil.registry.ExportRows.keep",
            "org.konsil.registry.ExportRows.open");

    /** Rights that nobody holds outside the home provider but by consent. */
    private static final Set<Right> BY_CONSENT = Stream.of(Relation.values())
            .filter(Relation::restsOnConsent)
            .flatMap(relation -> relation.rights().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void onlyTheConsentsSayThatSomebodyAgreed() {
        assertThat(ours.stream()
                        .filter(type -> type.isAssignableTo(Agreed.class) && !type.isInterface())
                        .map(JavaClass::getPackageName))
                .containsOnly("org.konsil.consent");
    }

    @Test
    void everyPointThatSharesSaysSo() {
        assertThat(points())
                .hasSizeGreaterThan(9)
                .allSatisfy(point -> assertThat(shares(point))
                        .as(
                                "%s shares something of a case: say with @Shares which scopes that needs",
                                point.getFullName())
                        .isTrue());
    }

    @Test
    void everyPointThatSharesAsksAtThatMoment() {
        assertThat(points())
                .allSatisfy(point -> assertThat(asks(point) || isReachedByConsent(point))
                        .as("%s asks Sharing, or is reached only by a right that rests on consent", point.getFullName())
                        .isTrue());
    }

    @Test
    void onlyWhoAnswersThePatientsRequestsGivesBack() {
        assertThat(ours.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.isAnnotatedWith(GivesBack.class))
                        .map(unit -> unit.getOwner().getPackageName()))
                .containsOnly("org.konsil.rights");
    }

    /** Each method that hands over by itself; what it is made of stands in lambdas of its own. */
    private static List<JavaCodeUnit> points() {
        return ours.stream()
                .filter(type -> !type.getPackageName().startsWith("org.konsil.access"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getMethodCallsFromSelf().stream().anyMatch(SharingPointsTests::handsOver))
                .flatMap(SharingPointsTests::written)
                .distinct()
                .filter(unit -> !unit.getOwner().isEquivalentTo(Outsiders.class))
                .filter(unit -> !unit.isAnnotatedWith(GivesBack.class))
                .toList();
    }

    /** The methods as somebody wrote them, for what the compiler made of their lambdas. */
    private static Stream<JavaCodeUnit> written(JavaCodeUnit unit) {
        if (!unit.getName().startsWith("lambda$")) {
            return Stream.of(unit);
        }
        var name = unit.getName().split("\\$", -1)[1];
        return unit.getOwner().getCodeUnits().stream().filter(it -> it.getName().equals(name));
    }

    private static boolean handsOver(JavaMethodCall call) {
        return HANDS_OVER.contains(
                call.getTargetOwner().getName() + "." + call.getTarget().getName());
    }

    private static boolean shares(JavaCodeUnit point) {
        return point.isAnnotatedWith(Shares.class) || point.getOwner().isAnnotatedWith(Shares.class);
    }

    private static boolean isReachedByConsent(JavaCodeUnit point) {
        return point.getOwner()
                .tryGetAnnotationOfType(Needs.class)
                .filter(needs -> BY_CONSENT.contains(needs.value()))
                .isPresent();
    }

    /** It asks {@link Sharing} itself, or by a method that it calls within its module. */
    private static boolean asks(JavaCodeUnit point) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>(List.of(point));
        while (!next.isEmpty()) {
            var unit = next.poll();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Sharing.class))) {
                return true;
            }
            unit.getOwner().getCodeUnits().stream()
                    .filter(it -> it.getName().startsWith("lambda$" + unit.getName() + "$"))
                    .forEach(next::add);
            unit.getMethodCallsFromSelf().stream()
                    .map(call -> call.getTarget().resolveMember())
                    .flatMap(java.util.Optional::stream)
                    .filter(target -> target.getOwner()
                            .getPackageName()
                            .equals(point.getOwner().getPackageName()))
                    .forEach(next::add);
        }
        return false;
    }
}
