package io.oemingest.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that breaks one architecture rule on purpose, to prove that the rule catches it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Violates {
    /** The rule's key in {@link ArchitectureRules}. */
    String value();
}
