package io.oemingest.gate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every architecture rule under a key, with the reason that a failing build prints. */
final class ArchitectureRules {
    private static final String CORE = "io.oemingest.core..";
    private static final String CLIENT = "io.oemingest.client..";
    private static final String EMULATOR = "io.oemingest.emulator..";
    private static final String SAMPLES = "io.oemingest.samples..";
    private static final String[] SDK = {CORE, CLIENT};
    private static final String[] HTTP_AND_JSON = {"okhttp3..", "okio..", "com.squareup.moshi.."};

    private ArchitectureRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        modules(rules);
        libraries(rules);
        rules.putAll(LayerRules.all());
        values(rules);
        purity(rules);
        return rules;
    }

    private static void modules(Map<String, ArchRule> rules) {
        rules.put(
                "sdk-without-emulator",
                noClasses()
                        .that()
                        .resideInAnyPackage(SDK)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(EMULATOR, SAMPLES)
                        .because("users of the SDK must not get the emulator with it"));
        rules.put(
                "emulator-without-client",
                noClasses()
                        .that()
                        .resideInAPackage(EMULATOR)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(CLIENT, SAMPLES)
                        .because("the client is tested against the emulator, so neither may be made of the other"));
        rules.put(
                "core-without-client",
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(CLIENT)
                        .because("sdk-core works offline and alone"));
        rules.put(
                "core-without-network",
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..", "okhttp3..")
                                .or(InternalPredicates.networkClass()))
                        .because("sdk-core validates and verifies without any network"));
        rules.put(
                "samples-use-public-api",
                noClasses()
                        .that()
                        .resideInAPackage(SAMPLES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.oemingest..internal..")
                        .because("a sample shows what a user can write"));
        rules.put(
                "core-internals-stay-inside",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CORE, "io.oemingest.gate..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("io.oemingest.core.internal..").and(InternalPredicates.notShared()))
                        .because("only the wire and JSON packages are shared between the modules"));
    }

    private static void libraries(Map<String, ArchRule> rules) {
        rules.put(
                "bouncy-castle-in-signing",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.oemingest.core.signing..", "io.oemingest.emulator.signing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.bouncycastle..")
                        .because("one place per module knows the cryptographic library"));
        rules.put(
                "moshi-in-internal-json",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.oemingest.core.internal.json..", "io.oemingest.core.internal.wire..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.squareup.moshi..")
                        .because("one place knows the JSON library and its pitfalls"));
        rules.put(
                "okio-in-json-and-transport",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.oemingest.core.internal.json..",
                                "io.oemingest.core.internal.wire..",
                                "io.oemingest.client.internal..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("okio..")
                        .because("Okio comes with the JSON and HTTP libraries and goes no further"));
        rules.put(
                "jetty-in-emulator-http",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.oemingest.emulator.http..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.eclipse.jetty..")
                        .because("the HTTP server stays replaceable"));
        rules.put(
                "engine-without-http-and-cryptography",
                noClasses()
                        .that()
                        .resideInAnyPackage("io.oemingest.emulator.engine..", "io.oemingest.emulator.port..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "org.eclipse.jetty..", "org.bouncycastle..", "io.oemingest.emulator.http..")
                                .or(InternalPredicates.signingClass()))
                        .because("the engine decides; transport and signatures are behind ports"));
        rules.put(
                "no-library-types-in-signatures",
                classes()
                        .that()
                        .resideInAnyPackage(SDK)
                        .and()
                        .resideOutsideOfPackage("io.oemingest..internal..")
                        .and()
                        .arePublic()
                        .should(SignatureConditions.notShow(HTTP_AND_JSON))
                        .because("a user's code must not break when a library of ours changes"));
        rules.put(
                "sdk-without-logging",
                noClasses()
                        .that()
                        .resideInAnyPackage(SDK)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback..")
                        .because("a library forces no logging on anyone"));
    }

    private static void values(Map<String, ArchRule> rules) {
        rules.put(
                "no-arrays-in-records",
                classes()
                        .that()
                        .areRecords()
                        .should(ValueConditions.haveNoArrayComponent())
                        .because("an array compares by identity and can be changed from outside"));
        rules.put(
                "null-marked-packages",
                classes()
                        .should(ValueConditions.liveInANullMarkedPackage())
                        .because("null is allowed only where a type says so"));
        rules.put(
                "no-kotlin-keywords",
                classes()
                        .that()
                        .arePublic()
                        .should(ValueConditions.haveNoKotlinKeywordAsPublicName())
                        .because("Kotlin callers would have to quote the name"));
        rules.put(
                "no-futures-in-public",
                classes()
                        .that()
                        .resideInAnyPackage(SDK)
                        .and()
                        .arePublic()
                        .should(SignatureConditions.notShow("java.util.concurrent.CompletableFuture"))
                        .because("cancelling a dependent stage leaves the work behind it running"));
        rules.put(
                "json-types-are-wire-records",
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Json")
                        .and()
                        .areRecords()
                        .should()
                        .resideInAPackage("io.oemingest.core.internal.wire")
                        .because("no domain record is a JSON type; JSON types live in one place and check nothing"));
        rules.put(
                "wire-records-hold-no-domain-type",
                classes()
                        .that()
                        .resideInAPackage("io.oemingest.core.internal.wire")
                        .and()
                        .areRecords()
                        .should(ValueConditions.haveOnlyPlainOrWireComponents())
                        .because("a domain record inside a JSON type would be a JSON type itself"));
    }

    private static void purity(Map<String, ArchRule> rules) {
        rules.put(
                "time-and-chance-come-in",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.oemingest.emulator.SystemWiring")
                        .and()
                        .doNotHaveFullyQualifiedName("io.oemingest.client.SystemWiring")
                        .and()
                        .resideOutsideOfPackages(SAMPLES, "io.oemingest.gate..")
                        .should(AmbientConditions.askForTimeOrChance())
                        .because("time and chance come through a constructor, so that tests can set them"));
        rules.put(
                "no-sleep",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.oemingest.client.SystemWiring")
                        .should(AmbientConditions.sleep())
                        .because("waiting is a port; a sleeping test is slow or flaky"));
        rules.put(
                "no-console-in-libraries",
                noClasses()
                        .that()
                        .resideInAnyPackage(CORE, CLIENT)
                        .should(AmbientConditions.printToTheConsole())
                        .because("only programs talk to a console"));
    }
}
