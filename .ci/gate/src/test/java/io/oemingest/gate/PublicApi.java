package io.oemingest.gate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The public and protected types and members of a module outside its internal packages, one sorted line each. */
final class PublicApi {
    private final String basePackage;
    private final boolean onlyBasePackage;

    PublicApi(String basePackage, boolean onlyBasePackage) {
        this.basePackage = basePackage;
        this.onlyBasePackage = onlyBasePackage;
    }

    List<String> lines(JavaClasses classes) {
        return classes.stream()
                .filter(this::isPromised)
                .map(JavaClass::reflect)
                .flatMap(this::linesOf)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isPromised(JavaClass type) {
        boolean inPackage = !onlyBasePackage || type.getPackageName().equals(basePackage);
        return inPackage && !type.getPackageName().contains(".internal") && isVisibleFromOutside(type);
    }

    private static boolean isVisibleFromOutside(JavaClass type) {
        boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return visible
                && type.getEnclosingClass().map(PublicApi::isVisibleFromOutside).orElse(true);
    }

    private Stream<String> linesOf(Class<?> type) {
        String heading = type.getName() + " : " + kind(type) + parents(type);
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(PublicApi::isVisible)
                                .map(Field::toGenericString),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(PublicApi::isVisible)
                                .map(Constructor::toGenericString),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(PublicApi::isVisible)
                                .filter(method -> !method.isBridge())
                                .map(Method::toGenericString))
                .flatMap(lines -> lines)
                .map(line -> type.getName() + " # " + line.replace("java.lang.", ""));
        return Stream.concat(Stream.of(heading), members);
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return "record";
        }
        if (type.isEnum()) {
            return "enum";
        }
        String sealed = type.isSealed() ? "sealed " : "";
        return sealed
                + (type.isInterface()
                        ? "interface"
                        : Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class");
    }

    private static String parents(Class<?> type) {
        List<String> names = Stream.concat(
                        Stream.ofNullable(type.getSuperclass()).filter(parent -> parent != Object.class),
                        Arrays.stream(type.getInterfaces()))
                .map(Class::getName)
                .filter(name -> !name.equals("java.lang.Record"))
                .sorted()
                .toList();
        return names.isEmpty() ? "" : " < " + String.join(", ", names);
    }

    private static boolean isVisible(Member member) {
        boolean synthetic = member.isSynthetic() || (member instanceof Executable e && e.isSynthetic());
        return !synthetic && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }
}
