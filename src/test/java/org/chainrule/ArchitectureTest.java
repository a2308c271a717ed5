package org.chainrule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package uses only packages of lower levels, and each library has one door. */
class ArchitectureTest {
    /** The levels, lowest first; packages of one level do not know each other. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("formula"),
            Set.of("math"),
            Set.of("activation", "initializer", "parameter", "schedule"),
            Set.of("loss", "clipping", "regularizer"),
            Set.of("layer", "optimizer"),
            Set.of("network"),
            Set.of("data"),
            Set.of("metric"),
            Set.of("training", "check"),
            Set.of("explain"),
            Set.of("table", "chart", "diagram", "export"),
            Set.of("widget"),
            Set.of("jupyter", ""),
            Set.of("kernel"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chainrule");

    @Test
    void everyPackageHasALevel() {
        Set<String> known = new TreeSet<>();
        LEVELS.forEach(known::addAll);
        Set<String> found = new TreeSet<>();
        PRODUCT.forEach(type -> found.add(part(type)));
        found.removeAll(known);
        assertTrue(found.isEmpty(), "packages without a level: " + found);
    }

    @Test
    void packagesUseOnlyLowerLevels() {
        Map<String, Integer> levelOf = new TreeMap<>();
        for (int level = 0; level < LEVELS.size(); level++) {
            for (String part : LEVELS.get(level)) {
                levelOf.put(part, level);
            }
        }
        Set<String> upward = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                boolean ours = target.getPackageName().startsWith("org.chainrule");
                boolean other = ours && !part(target).equals(part(type));
                if (other && levelOf.get(part(target)) >= levelOf.get(part(type))) {
                    upward.add(type.getName() + " uses " + target.getName());
                }
            });
        }
        assertTrue(upward.isEmpty(), String.join("\n", upward));
    }

    @Test
    void theKernelsPackagesFormNoCycle() {
        slices().matching("org.chainrule.kernel.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.chainrule.kernel.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.chainrule.kernel")
                .check(PRODUCT);
    }

    @Test
    void eachLibraryHasItsDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.chainrule", "org.chainrule.chart..", "org.chainrule.jupyter..", "org.chainrule.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.knowm.xchart..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.chainrule", "org.chainrule.table..", "org.chainrule.jupyter..", "org.chainrule.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tech.tablesaw..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chainrule.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ejml..", "de.siegmar.fastcsv..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chainrule.jupyter..", "org.chainrule.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dflib.jjava..", "io.github.spencerpark..", "org.rapaio..")
                .check(PRODUCT);
    }

    @Test
    void onlyFilesAndTheKernelKnowJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chainrule.export..", "org.chainrule.kernel..", "org.chainrule.jupyter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.gson..")
                .check(PRODUCT);
    }

    @Test
    void theLibraryOpensNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.swing..")
                .check(PRODUCT);
        classes()
                .that()
                .resideInAnyPackage("org.chainrule.network", "org.chainrule.layer", "org.chainrule.math")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.chainrule..", "jdk.incubator.vector..")
                .check(PRODUCT);
    }

    private static String part(JavaClass type) {
        String name = type.getPackageName().substring("org.chainrule".length());
        return name.isEmpty() ? "" : name.substring(1).split("\\.")[0];
    }
}
