package io.oemingest.gate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/** What public signatures may show, type arguments included. */
final class SignatureConditions {
    private SignatureConditions() {}

    /** Takes type names, or packages that end in two dots. */
    static ArchCondition<JavaClass> notShow(String... typesOrPackages) {
        return new ArchCondition<>("show none of " + Arrays.toString(typesOrPackages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> isVisible(unit.getModifiers()))
                        .filter(unit -> !isTheOneException(unit))
                        .filter(unit -> shows(unit, typesOrPackages))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(type, unit.getFullName())));
                type.getFields().stream()
                        .filter(field -> isVisible(field.getModifiers()))
                        .filter(field -> shows(field, typesOrPackages))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName())));
            }
        };
    }

    private static boolean isVisible(java.util.Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isTheOneException(JavaCodeUnit unit) {
        return unit.getName().equals("httpClient")
                && unit.getOwner().getFullName().equals("io.oemingest.client.IngestionClient$Builder");
    }

    private static boolean shows(JavaCodeUnit unit, String[] banned) {
        return unit.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(type -> isBanned(type, banned))
                || unit.getParameterTypes().stream()
                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
                        .anyMatch(type -> isBanned(type, banned))
                || unit.getExceptionTypes().stream().anyMatch(type -> isBanned(type.toErasure(), banned));
    }

    private static boolean shows(JavaField field, String[] banned) {
        return field.getType().getAllInvolvedRawTypes().stream().anyMatch(type -> isBanned(type, banned));
    }

    private static boolean isBanned(JavaClass type, String[] banned) {
        return Arrays.stream(banned)
                .anyMatch(name -> name.endsWith("..")
                        ? type.getPackageName().startsWith(name.substring(0, name.length() - 2))
                        : type.getName().equals(name));
    }
}
