package io.oemingest.gate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Conditions on values, names and rule classes. */
final class ValueConditions {
    private static final Set<String> KOTLIN_KEYWORDS =
            Set.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val", "var", "when");
    private static final Set<String> HARMLESS_IO = Set.of("java.io.Serializable");

    private ValueConditions() {}

    static ArchCondition<JavaClass> haveNoArrayComponent() {
        return condition(
                "have no array component",
                (type, events) -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getRawType().isArray())
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName()))));
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    static ArchCondition<JavaClass> haveNoKotlinKeywordAsPublicName() {
        return condition(
                "have no Kotlin keyword as a public name",
                (type, events) -> Stream.<JavaMember>concat(type.getMethods().stream(), type.getFields().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(member -> KOTLIN_KEYWORDS.contains(member.getName()))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(type, member.getFullName()))));
    }

    static ArchCondition<JavaClass> haveOnlyPlainOrWireComponents() {
        return condition(
                "have only plain or wire components",
                (type, events) -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getType().getAllInvolvedRawTypes().stream()
                                .map(JavaClass::getPackageName)
                                .anyMatch(name -> name.startsWith("io.oemingest") && !name.endsWith(".internal.wire")))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName()))));
    }

    static ArchCondition<JavaClass> haveOnlyFinalFields() {
        return condition(
                "have only final fields",
                (type, events) -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName()))));
    }

    static ArchCondition<JavaClass> callNoOtherRule() {
        return condition(
                "call no other rule",
                (type, events) -> type.getMethodCallsFromSelf().stream()
                        .filter(call ->
                                call.getTargetOwner().getPackageName().startsWith("io.oemingest.core.validation.rules"))
                        .filter(call -> call.getTargetOwner().getSimpleName().endsWith("Rule"))
                        .filter(call -> !call.getTargetOwner().equals(type))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription()))));
    }

    static DescribedPredicate<JavaClass> otherThanStandard() {
        return DescribedPredicate.describe("do I/O or start work", type -> !HARMLESS_IO.contains(type.getName()));
    }

    private static ArchCondition<JavaClass> condition(String text, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
