package org.tickstock.engine;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.work.DisplayConverter;

/** The dependency rules of the engine floor: what they forbid does not build. */
@AnalyzeClasses(packages = "org.tickstock.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "org.tickstock.engine.";
    private static final String[] VOCABULARY = {
        ENGINE + "market..", ENGINE + "event..", ENGINE + "universe..", ENGINE + "handoff..", ENGINE + "time..",
        ENGINE + "trace.."};

    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ALONE = classes().should()
            .onlyDependOnClassesThat(resideInAnyPackage("org.tickstock.engine..", "java.."));

    @ArchTest
    static final ArchRule OWNS_NO_THREADS = noClasses().should().callConstructor(Thread.class)
            .orShould().callConstructor(Thread.class, Runnable.class)
            .orShould().callConstructor(Thread.class, Runnable.class, String.class)
            .orShould().dependOnClassesThat().areAssignableTo(Executors.class)
            .orShould().dependOnClassesThat().areAssignableTo(CompletableFuture.class);

    @ArchTest
    static final ArchRule READS_THE_CLOCK_IN_ONE_PLACE = noClasses().that().resideOutsideOfPackage(ENGINE + "time")
            .should().callMethod(System.class, "nanoTime")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule HAS_NO_CYCLES = slices().matching("org.tickstock.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEED_KNOWS_NO_STAGE = stage("feed");

    @ArchTest
    static final ArchRule DETECT_KNOWS_FEED_AT_MOST = stage("detect", "feed");

    @ArchTest
    static final ArchRule PRIORITIZE_KNOWS_DETECT_AT_MOST = stage("prioritize", "detect");

    @ArchTest
    static final ArchRule WORK_KNOWS_PRIORITIZE_AT_MOST = stage("work", "prioritize");

    @ArchTest
    static final ArchRule COLLECT_KNOWS_WORK_AT_MOST = stage("collect", "work");

    @ArchTest
    static final ArchRule EMIT_KNOWS_COLLECT_AT_MOST = stage("emit", "collect");

    @ArchTest
    static final ArchRule ENCODES_IN_ONE_PLACE = noClasses().that()
            .doNotBelongToAnyOf(DisplayConverter.class, DisplayMessage.class)
            .should().callConstructorWhere(target(
                    owner(
                            type(DisplayMessage.class))));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses().should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)").orShould().haveSimpleNameStartingWith("Abstract");

    private static ArchRule stage(String room, String... before) {
        String[] allowed = new String[VOCABULARY.length + before.length + 2];
        System.arraycopy(VOCABULARY, 0, allowed, 0, VOCABULARY.length);
        for (int i = 0; i < before.length; i++) {
            allowed[VOCABULARY.length + i] = ENGINE + before[i] + "..";
        }
        allowed[allowed.length - 2] = ENGINE + room + "..";
        allowed[allowed.length - 1] = "java..";
        return classes().that().resideInAPackage(ENGINE + room + "..").should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }
}
