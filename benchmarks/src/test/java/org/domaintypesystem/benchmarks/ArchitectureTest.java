package org.domaintypesystem.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, among the packages of this project. */
class ArchitectureTest {
    private static final String ROOT = "org.domaintypesystem";
    private static final String SCHEMA = ROOT + ".schema";
    private static final String COMPATIBILITY = SCHEMA + ".compatibility";
    private static final String ANNOTATION = ROOT + ".annotation";
    private static final String CODEC = ROOT + ".codec";
    private static final String STANDARD = CODEC + ".standard";
    private static final String DYNAMIC = ROOT + ".dynamic";
    private static final String NODES = ROOT + ".nodes";
    private static final String ENGINE = ROOT + ".engine";
    private static final String KEYS = ROOT + ".keys";
    private static final String SEAL = ROOT + ".seal";
    private static final String SPI = ROOT + ".spi";
    private static final String DELIVERY = ROOT + ".delivery";
    private static final String TRANSPORT = ROOT + ".transport";
    private static final String SEND = ROOT + ".send";
    private static final String JFR = ROOT + ".jfr";
    private static final String PROCESSOR = ROOT + ".processor";
    private static final String READER = PROCESSOR + ".reader";
    private static final String VALIDATOR = PROCESSOR + ".validator";
    private static final String PLAN = PROCESSOR + ".plan";
    private static final String WRITER = PROCESSOR + ".writer";
    private static final String MODEL = PROCESSOR + ".model";
    private static final String FAULT = PROCESSOR + ".fault";
    private static final String CAPNPROTO = ROOT + ".capnproto";
    private static final String TESTKIT = ROOT + ".testkit";
    private static final String MAVEN = ROOT + ".maven";
    private static final String MAVEN_BUILD = MAVEN + ".build";
    private static final String MAVEN_CLASSES = MAVEN + ".classes";
    private static final String MAVEN_COMPILER = MAVEN + ".compiler";
    private static final String MAVEN_COLLECT = MAVEN + ".collect";
    private static final String MAVEN_CHECK = MAVEN + ".check";
    private static final String MAVEN_GENERATE = MAVEN + ".generate";
    private static final String MAVEN_CATALOGUE = MAVEN + ".catalogue";
    private static final String MAVEN_DOCS = MAVEN + ".docs";
    private static final String MAVEN_DOCTOR = MAVEN + ".doctor";

    /** Every package, and the other ones that it may know: the table in docs/architecture.md. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry(SCHEMA, Set.of()),
            entry(COMPATIBILITY, Set.of(SCHEMA)),
            entry(ANNOTATION, Set.of()),
            entry(CODEC, Set.of(SCHEMA)),
            entry(STANDARD, Set.of(ANNOTATION, CODEC)),
            entry(DYNAMIC, Set.of(SCHEMA, CODEC, STANDARD)),
            entry(NODES, Set.of(SCHEMA, CODEC)),
            entry(KEYS, Set.of(SCHEMA)),
            entry(SEAL, Set.of(CODEC, KEYS)),
            entry(ENGINE, Set.of(SCHEMA, CODEC, NODES, SEAL)),
            entry(SPI, Set.of()),
            entry(JFR, Set.of()),
            entry(DELIVERY, Set.of(CODEC, SPI)),
            entry(TRANSPORT, Set.of(SPI)),
            entry(SEND, Set.of(CODEC, ENGINE, SEAL, JFR)),
            entry(
                    ROOT,
                    Set.of(
                            SCHEMA,
                            COMPATIBILITY,
                            CODEC,
                            DYNAMIC,
                            NODES,
                            KEYS,
                            SEAL,
                            ENGINE,
                            SPI,
                            DELIVERY,
                            TRANSPORT,
                            SEND,
                            JFR)),
            entry(PROCESSOR, Set.of(SCHEMA, ANNOTATION, READER, VALIDATOR, PLAN, WRITER, MODEL, FAULT)),
            entry(READER, Set.of(SCHEMA, ANNOTATION, CODEC, STANDARD, MODEL, FAULT)),
            entry(VALIDATOR, Set.of(SCHEMA, ANNOTATION, MODEL, FAULT)),
            entry(PLAN, Set.of(SCHEMA, CODEC, MODEL)),
            entry(WRITER, Set.of(SCHEMA, ROOT, CODEC, STANDARD, MODEL, PLAN)),
            entry(MODEL, Set.of(SCHEMA, FAULT)),
            entry(FAULT, Set.of(SCHEMA)),
            entry(CAPNPROTO, Set.of(CODEC)),
            entry(TESTKIT, Set.of(ROOT, SPI, SCHEMA, CODEC)),
            entry(
                    MAVEN,
                    Set.of(
                            SCHEMA,
                            COMPATIBILITY,
                            MAVEN_BUILD,
                            MAVEN_CLASSES,
                            MAVEN_COMPILER,
                            MAVEN_COLLECT,
                            MAVEN_CHECK,
                            MAVEN_DOCS,
                            MAVEN_GENERATE,
                            MAVEN_DOCTOR)),
            entry(MAVEN_BUILD, Set.of()),
            entry(MAVEN_CLASSES, Set.of(MAVEN_BUILD)),
            entry(MAVEN_COMPILER, Set.of(MAVEN_BUILD)),
            entry(MAVEN_COLLECT, Set.of(SCHEMA, MAVEN_BUILD, MAVEN_CLASSES, MAVEN_COMPILER)),
            entry(MAVEN_CHECK, Set.of(SCHEMA, COMPATIBILITY, MAVEN_BUILD, MAVEN_CLASSES, MAVEN_COLLECT)),
            entry(MAVEN_CATALOGUE, Set.of(SCHEMA)),
            entry(MAVEN_DOCS, Set.of(SCHEMA, MAVEN_BUILD, MAVEN_CLASSES, MAVEN_COLLECT, MAVEN_CATALOGUE)),
            entry(MAVEN_GENERATE, Set.of(MAVEN_BUILD, MAVEN_COMPILER)),
            entry(MAVEN_DOCTOR, Set.of(MAVEN_BUILD, MAVEN_COMPILER)));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages(ROOT).that(not(resideInAPackage(ROOT + ".benchmarks..")));

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(MAY_KNOW.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageKnowsNoMoreThanItMay(String name) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAPackage(name))
                        .or(resideInAnyPackage(MAY_KNOW.get(name).toArray(String[]::new))))
                .check(CLASSES);
    }

    @Test
    void whatEveryApplicationRunsNeedsNoLibrary() {
        classes()
                .that()
                .resideOutsideOfPackages(PROCESSOR + "..", CAPNPROTO, TESTKIT, MAVEN + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "javax.crypto..",
                        "jdk.jfr",
                        "org.jspecify.annotations",
                        "jakarta.inject")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(CLASSES);
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };
}
