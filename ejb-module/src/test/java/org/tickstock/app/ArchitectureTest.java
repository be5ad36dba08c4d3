package org.tickstock.app;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Schedule;
import jakarta.enterprise.inject.Produces;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.Executors;

/**
 * The dependency rules of the app floor: what they forbid does not build.
 */
@AnalyzeClasses(packages = "org.tickstock.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String APP = "org.tickstock.app.";

    @ArchTest
    static final ArchRule NEVER_LOOKS_UP_TO_THE_WEB = noClasses().should()
        .dependOnClassesThat().resideInAPackage("org.tickstock.web..");

    @ArchTest
    static final ArchRule HAS_NO_CYCLES = slices().matching("org.tickstock.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CREATES_NO_THREADS = noClasses().should().callConstructor(Thread.class)
        .orShould().callConstructor(Thread.class, Runnable.class)
        .orShould().callConstructor(Thread.class, Runnable.class, String.class)
        .orShould().dependOnClassesThat().areAssignableTo(Executors.class)
        .orShould().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule IS_GIVEN_ITS_CLOCK = noClasses().should()
        .callMethod(System.class, "nanoTime")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule READS_KEYS_IN_ONE_ROOM = noClasses().that().resideOutsideOfPackage(APP + "config")
        .should().dependOnClassesThat().resideInAPackage("org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule IS_CONFIGURED_WITHOUT_KNOWING_BY_WHOM = noClasses().that()
        .resideOutsideOfPackage(APP + "config").should().dependOnClassesThat().resideInAPackage(APP + "config");

    @ArchTest
    static final ArchRule PRODUCERS_ARE_CALLED_SO = methods().that().areAnnotatedWith(Produces.class)
        .should().beDeclaredInClassesThat().haveSimpleNameEndingWith("Producer");

    @ArchTest
    static final ArchRule TOUCHES_METRICS_IN_ONE_BEAN = noClasses().that().haveSimpleNameNotEndingWith("Exporter")
        .should().dependOnClassesThat().resideInAPackage("org.eclipse.microprofile.metrics..");

    @ArchTest
    static final ArchRule KNOWS_THE_DATABASE_IN_FEW_ROOMS = noClasses().that().resideOutsideOfPackages(
            APP + "account", APP + "analytics", APP + "bar", APP + "database", APP + "endofday", APP + "history",
            APP + "journal", APP + "session", APP + "state", APP + "subscription", APP + "universe")
        .should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "javax.sql..", "java.sql..");

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_ROOM = methods().that().arePublic()
        .and().areDeclaredInClassesThat().areNotAnnotatedWith(Entity.class)
        .should().notHaveRawReturnType(annotatedWith(Entity.class));

    @ArchTest
    static final ArchRule TALKS_JSON_AT_THE_EDGE_ALONE = noClasses().that()
        .resideOutsideOfPackages(APP + "emit", APP + "health", APP + "history", APP + "json", APP + "trace")
        .should().dependOnClassesThat().resideInAPackage("jakarta.json..");

    @ArchTest
    static final ArchRule FINDS_THE_JSON_PROVIDER_ONCE = noClasses().should()
        .dependOnClassesThat().areAssignableTo(Json.class);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_HEALTH_ROOM = noClasses().that().resideOutsideOfPackage(APP + "health")
        .should().dependOnClassesThat().resideInAPackage(APP + "health");

    @ArchTest
    static final ArchRule TIMERS_KEEP_NOTHING = methods().that().areAnnotatedWith(Schedule.class)
        .should(TimerCondition.BE_LOST_AT_A_RESTART);

    @ArchTest
    static final ArchRule ENTITY_MANAGERS_BELONG_TO_REPOSITORIES = noClasses().that()
        .haveSimpleNameNotEndingWith("Repository").and().haveSimpleNameNotEndingWith("History")
        .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses().should()
        .haveNameMatching(".*\\.([A-Za-z0-9]*(Manager|Helper|Utils?|Impl)|I[A-Z][a-z][A-Za-z0-9]*)");

    @ArchTest
    static final ArchRule BEANS_ARE_PUBLIC = classes().that().areAnnotatedWith("jakarta.ejb.Singleton")
        .or().areAnnotatedWith("jakarta.ejb.Stateless").should().bePublic();
}
