package io.oemingest.gate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may know whom inside the modules: facts below, judgement above, no cycles. */
final class LayerRules {
    private static final String FORMATS = "io.oemingest.core.format..";
    private static final String RULES = "io.oemingest.core.validation.rules..";

    private LayerRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "formats-know-no-judgement",
                noClasses()
                        .that()
                        .resideInAnyPackage(FORMATS, "io.oemingest.core.io..", "io.oemingest.core.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.oemingest.core.validation..",
                                "io.oemingest.core.submission..",
                                "io.oemingest.core.prepare..",
                                "io.oemingest.core.signing..")
                        .because("facts come first, rules second"));
        rules.put(
                "packages-without-cycles",
                slices().matching("io.oemingest.(core|client|emulator).(**)")
                        .should()
                        .beFreeOfCycles()
                        // The one back edge: ByteSource names its own implementations.
                        .ignoreDependency(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("ByteSource"),
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("ByteSources"))
                        .because("a package that can be read alone can be understood and moved alone"));
        rules.put(
                "rules-are-pure",
                noClasses()
                        .that()
                        .resideInAPackage(RULES)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("java.nio.file..", "java.io..", "java.util.concurrent..")
                                        .and(ValueConditions.otherThanStandard()))
                        .because("a rule does no I/O and starts no work: it judges facts"));
        rules.put(
                "updates-are-judged-purely",
                noClasses()
                        .that()
                        .resideInAPackage("io.oemingest.core.update..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("java.nio.file..", "java.io..", "java.util.concurrent..")
                                        .and(ValueConditions.otherThanStandard()))
                        .because("a plan is worth something only if the service comes to the same verdict"));
        rules.put(
                "rules-keep-no-state",
                classes()
                        .that()
                        .resideInAPackage(RULES)
                        .should(ValueConditions.haveOnlyFinalFields())
                        .because("one rule object serves every submission and thread"));
        rules.put(
                "rules-call-no-rule",
                classes()
                        .that()
                        .resideInAPackage(RULES)
                        .and()
                        .haveSimpleNameEndingWith("Rule")
                        .should(ValueConditions.callNoOtherRule())
                        .because("each finding has one home"));
        return rules;
    }
}
