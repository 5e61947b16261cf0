package io.oemingest.emulator.cli;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.port.Permission;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code OEMID:token[:permissions[:ekus]]}. */
final class AccountArgument implements ITypeConverter<EmulatedAccount> {
    private static final String ALL = "all";
    private static final String NONE = "none";

    @Override
    public EmulatedAccount convert(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new TypeConversionException("'" + text + "' is not OEMID:token[:permissions[:ekus]]");
        }
        String permissions = parts.length > 2 ? parts[2] : ALL;
        String ekus = parts.length > 3 ? parts[3] : ALL;
        try {
            return new EmulatedAccount(parts[0], parts[1], permissions(permissions), ekus(ekus));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Set<Permission> permissions(String text) {
        if (text.equalsIgnoreCase(ALL)) {
            return Permission.ofOems();
        }
        Set<Permission> permissions = new LinkedHashSet<>();
        for (String name : text.equalsIgnoreCase(NONE) ? new String[0] : text.split(",", -1)) {
            Permission permission = Permission.parseOrNull(name);
            if (permission == null) {
                throw new IllegalArgumentException("The permission '" + name
                        + "' is unknown; give 'all', 'none' or some of "
                        + Arrays.stream(Permission.values())
                                .map(Permission::text)
                                .collect(Collectors.joining(",")));
            }
            permissions.add(permission);
        }
        return permissions;
    }

    private static @Nullable Set<EkuCombination> ekus(String text) {
        if (text.equalsIgnoreCase(ALL)) {
            return null;
        }
        Set<EkuCombination> combinations = new LinkedHashSet<>();
        if (!text.equalsIgnoreCase(NONE)) {
            Arrays.stream(text.split(",", -1)).map(EkuCombination::parse).forEach(combinations::add);
        }
        return combinations;
    }
}
