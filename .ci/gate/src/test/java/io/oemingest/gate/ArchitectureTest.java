package io.oemingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project keeps every rule, and every rule catches a class that breaks it on purpose. */
class ArchitectureTest {
    private static final Map<String, ArchRule> RULES = ArchitectureRules.all();
    private static final ImportOption NOT_THE_GATE = location -> !location.contains("/.ci/gate/");
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(NOT_THE_GATE)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.oemingest");
    private static final List<JavaClass> VIOLATIONS = new ClassFileImporter()
            .withImportOption(location -> location.contains("/.ci/gate/")).importPackages("io.oemingest").stream()
                    .filter(type -> type.isAnnotatedWith(Violates.class))
                    .toList();

    static Set<String> rules() {
        return RULES.keySet();
    }

    static List<JavaClass> violations() {
        return VIOLATIONS;
    }

    @Test
    void seesTheClassesOfAllFourModules() {
        Set<String> seen = PROJECT.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).containsExactly("client", "core", "emulator", "samples");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProjectKeepsTheRule(String rule) {
        RULES.get(rule).check(PROJECT);
    }

    @ParameterizedTest
    @MethodSource("violations")
    void theRuleCatchesTheInjectedViolation(JavaClass violation) {
        String rule = violation.getAnnotationOfType(Violates.class).value();
        assertThat(RULES).containsKey(rule);
        JavaClasses guilty = new ClassFileImporter().importPackages(violation.getPackageName());
        JavaClasses own = guilty.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                "are the violation or its helpers",
                type -> type.getName().startsWith(violation.getName())
                        || type.getSimpleName().startsWith("Accomplice")));
        assertThat(RULES.get(rule).evaluate(own).hasViolation())
                .as(violation.getName() + " breaks " + rule)
                .isTrue();
    }

    @Test
    void everyRuleIsProvenByAViolation() {
        Set<String> proven = VIOLATIONS.stream()
                .map(type -> type.getAnnotationOfType(Violates.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(proven)
                .as("each rule needs a class annotated @Violates(\"its key\") in this module")
                .isEqualTo(new TreeSet<>(RULES.keySet()));
    }
}
