package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A partner of the service (AUT-05, AUT-07, AUT-10). The bearer token is kept only as its SHA-256.
 *
 * @param oemId names the OEM; part of the signed archive's name
 * @param clientId names the partner
 * @param tokenHash SHA-256 of the token's UTF-8 bytes
 * @param ekus combinations that its context-free packages may carry (PAR-04)
 */
public record Account(
        String oemId, UUID clientId, Digest tokenHash, Set<Permission> permissions, Set<EkuCombination> ekus) {
    private static final Pattern OEM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    /** Takes the values. @throws IllegalArgumentException as {@link #checkOemId} */
    public Account {
        checkOemId(oemId);
        permissions = Set.copyOf(permissions);
        ekus = Set.copyOf(ekus);
    }

    /** Refuses what cannot be part of a file's name. @throws IllegalArgumentException if the OEM id is not 1 to 32 letters, digits, {@code _} or {@code -} */
    public static void checkOemId(String oemId) {
        if (!OEM_ID.matcher(oemId).matches()) {
            throw new IllegalArgumentException(
                    "An OEM id has 1 to 32 letters, digits, '_' or '-' and begins with a letter or digit: '" + oemId
                            + "'");
        }
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The permission for signatures of this profile that the account has not, or null. */
    @Nullable
    Permission lacking(EkuProfile profile) {
        Permission needed = profile.permission();
        return needed == null || may(needed) ? null : needed;
    }

    /** What {@link #tokenHash} holds for this token. */
    public static Digest hashOf(String token) {
        return Digest.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return oemId;
    }
}
