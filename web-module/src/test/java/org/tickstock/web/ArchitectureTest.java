package org.tickstock.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;
import java.time.Instant;
import java.util.concurrent.Executors;

/** The dependency rules of the web floor. */
@AnalyzeClasses(packages = "org.tickstock.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_THE_ENGINES_VOCABULARY_ONLY = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.tickstock.engine.detect..", "org.tickstock.engine.prioritize..",
                    "org.tickstock.engine.work..", "org.tickstock.engine.feed..");

    @ArchTest
    static final ArchRule SHOWS_NO_ENTITY = noClasses().should().dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule SPEAKS_WEBSOCKET_IN_ONE_ROOM = noClasses().that().resideOutsideOfPackage("..web.emit")
            .should().dependOnClassesThat().resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule OWNS_NO_THREADS = noClasses().should().callConstructor(Thread.class, Runnable.class)
            .orShould().dependOnClassesThat().areAssignableTo(Executors.class);

    @ArchTest
    static final ArchRule READS_NO_CLOCK = noClasses().should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule FINDS_THE_JSON_PROVIDER_ONCE = noClasses().should()
            .dependOnClassesThat().areAssignableTo(Json.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses().should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)");

    @ArchTest
    static final ArchRule NEVER_CALLS_BACK_INTO_THE_DOOR = slices().matching("org.tickstock.web.(*)..")
            .should().beFreeOfCycles();
}
