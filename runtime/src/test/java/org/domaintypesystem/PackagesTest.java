package org.domaintypesystem;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package of this module may know which. */
class PackagesTest {
    private static final String BASE = "org.domaintypesystem";

    @Test
    void dependOnEachOtherInOneDirection() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(BASE + "..")
                .layer("face")
                .definedBy(BASE)
                .layer("send")
                .definedBy(BASE + ".send")
                .layer("transport")
                .definedBy(BASE + ".transport")
                .layer("delivery")
                .definedBy(BASE + ".delivery")
                .layer("engine")
                .definedBy(BASE + ".engine")
                .layer("codec")
                .definedBy(BASE + ".codec")
                .layer("annotation")
                .definedBy(BASE + ".annotation")
                .layer("schema")
                .definedBy(BASE + ".schema..")
                .whereLayer("face")
                .mayOnlyAccessLayers("send", "transport", "delivery", "engine", "codec", "schema")
                .whereLayer("send")
                .mayOnlyAccessLayers("engine")
                .whereLayer("transport")
                .mayOnlyAccessLayers("schema")
                .whereLayer("delivery")
                .mayNotAccessAnyLayer()
                .whereLayer("engine")
                .mayOnlyAccessLayers("codec")
                .whereLayer("codec")
                .mayNotAccessAnyLayer()
                .whereLayer("annotation")
                .mayNotAccessAnyLayer()
                .check(classes);
    }
}
