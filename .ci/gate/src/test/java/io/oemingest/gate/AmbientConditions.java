package io.oemingest.gate;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Uses of the machine's clock, chance, sleep and console, as calls and as method references. */
final class AmbientConditions {
    private static final Map<String, Set<String>> TIME_AND_CHANCE = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")));
    private static final Set<String> NOW_WITHOUT_A_CLOCK = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year");
    private static final Set<String> SEEDED_BY_THE_MACHINE =
            Set.of("java.util.Date", "java.util.Random", "java.security.SecureRandom");

    private AmbientConditions() {}

    static ArchCondition<JavaClass> askForTimeOrChance() {
        return using("ask the machine for time or chance", target -> {
            String owner = target.getOwner().getName();
            boolean named = TIME_AND_CHANCE.getOrDefault(owner, Set.of()).contains(target.getName());
            boolean noArguments = parameters(target) == 0;
            boolean now = target.getName().equals("now") && noArguments && NOW_WITHOUT_A_CLOCK.contains(owner);
            boolean fresh = target.getName().equals("<init>") && noArguments && SEEDED_BY_THE_MACHINE.contains(owner);
            return named || now || fresh;
        });
    }

    static ArchCondition<JavaClass> sleep() {
        return using("sleep", target -> {
            String owner = target.getOwner().getName();
            return target.getName().equals("sleep")
                    && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
        });
    }

    static ArchCondition<JavaClass> printToTheConsole() {
        return new ArchCondition<>("print to the console") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
                        .filter(access -> Set.of("out", "err", "in")
                                .contains(access.getTarget().getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }

    private static int parameters(AccessTarget.CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().size();
    }

    private static ArchCondition<JavaClass> using(String text, Predicate<AccessTarget.CodeUnitAccessTarget> banned) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .filter(access -> banned.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }
}
