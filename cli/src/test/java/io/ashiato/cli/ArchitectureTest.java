package io.ashiato.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ARCHITECTURE.md as a test: who may use whom, and what the pure modules must not do.
class ArchitectureTest {
    private static final String[] PURE = {
        "io.ashiato.model..",
        "io.ashiato.bytes..",
        "io.ashiato.readers..",
        "io.ashiato.sigma..",
        "io.ashiato.samples..",
        "io.ashiato.intel..",
        "io.ashiato.publish.."
    };

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // the log writer of readers
            .importPackages("io.ashiato");

    @Test
    void findsTheWholeProgram() {
        assertThat(OURS.size()).isGreaterThan(200); // nothing found proves nothing
        Set<String> modules = OURS.stream()
                .map(type -> type.getPackageName().split("\\.", 4)[2])
                .collect(Collectors.toSet());
        assertThat(modules)
                .containsExactlyInAnyOrder(
                        "model",
                        "bytes",
                        "readers",
                        "intake",
                        "sigma",
                        "samples",
                        "intel",
                        "casefile",
                        "publish",
                        "cli");
    }

    @Test
    void dependenciesPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.ashiato..")
                .layer("model")
                .definedBy("io.ashiato.model..")
                .layer("bytes")
                .definedBy("io.ashiato.bytes..")
                .layer("readers")
                .definedBy("io.ashiato.readers..")
                .layer("intake")
                .definedBy("io.ashiato.intake..")
                .layer("sigma")
                .definedBy("io.ashiato.sigma..")
                .layer("samples")
                .definedBy("io.ashiato.samples..")
                .layer("intel")
                .definedBy("io.ashiato.intel..")
                .layer("casefile")
                .definedBy("io.ashiato.casefile..")
                .layer("publish")
                .definedBy("io.ashiato.publish..")
                .layer("cli")
                .definedBy("io.ashiato.cli..")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("bytes")
                .mayNotAccessAnyLayer()
                .whereLayer("readers")
                .mayOnlyAccessLayers("model", "bytes")
                .whereLayer("intake")
                .mayOnlyAccessLayers("model", "bytes", "readers")
                .whereLayer("sigma")
                .mayOnlyAccessLayers("model", "bytes")
                .whereLayer("samples")
                .mayOnlyAccessLayers("model", "bytes", "readers")
                .whereLayer("intel")
                .mayOnlyAccessLayers("model")
                .whereLayer("publish")
                .mayOnlyAccessLayers("model")
                .whereLayer("casefile")
                .mayOnlyAccessLayers("model", "bytes", "readers", "intake", "sigma", "samples", "intel")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.ashiato.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void formatsDoNotKnowEachOther() {
        slices().matching("io.ashiato.readers.(*)..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.RandomAccessFile",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net.http..",
                "java.net.Socket",
                "java.sql..",
                "java.time.Clock",
                "java.util.Timer",
                "java.util.concurrent.Executor..",
                "java.lang.Thread",
                "java.lang.ProcessBuilder"
            })
    void pureModulesDoNoInputOutputAndStartNoThreads(String forbidden) {
        boolean isPackage = forbidden.endsWith("..");
        var rule = noClasses().that().resideInAnyPackage(PURE).should();
        (isPackage
                        ? rule.dependOnClassesThat().resideInAPackage(forbidden)
                        : rule.dependOnClassesThat().haveFullyQualifiedName(forbidden))
                .check(OURS);
    }

    @Test
    void pureModulesReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(OURS);
    }

    @Test
    void pureModulesKeepNoChangingStaticState() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void intakeStartsNoThreads() {
        noClasses()
                .that()
                .resideInAPackage("io.ashiato.intake..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameContaining("Executor")
                .check(OURS);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ashiato.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(OURS);
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNothingIsNull() {
        List<String> without = OURS.stream()
                .filter(type -> !type.isNestedClass())
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .toList();
        assertThat(without).isEmpty();
    }
}
