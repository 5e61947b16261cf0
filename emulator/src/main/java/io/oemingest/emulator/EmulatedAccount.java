package io.oemingest.emulator;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.port.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that the emulator shall have. The token is a secret of tests only; the engine keeps its hash.
 *
 * @param oemId names the OEM: letters, digits, {@code _} and {@code -}
 * @param token what clients send as bearer token
 * @param ekus combinations for context-free packages (PAR-04), null for every one that its permissions allow
 */
public record EmulatedAccount(
        String oemId,
        String token,
        Set<Permission> permissions,
        @Nullable Set<EkuCombination> ekus) {

    /** Takes the values. @throws IllegalArgumentException if the token is blank or {@link Account#checkOemId} refuses the OEM id */
    public EmulatedAccount {
        Account.checkOemId(oemId);
        if (token.isBlank()) {
            throw new IllegalArgumentException("The token of " + oemId + " is blank");
        }
        permissions = Set.copyOf(permissions);
        ekus = ekus == null ? null : Set.copyOf(ekus);
    }

    /** An account that may do everything that an OEM may. */
    public static EmulatedAccount of(String oemId, String token) {
        return new EmulatedAccount(oemId, token, Permission.ofOems(), null);
    }

    /**
     * A mobile operator: sees the requests for update that name it, such as {@code 000-DE}, and approves or cancels them
     * (rule APR-02).
     */
    public static EmulatedAccount ofMobileOperator(String operatorId, String token) {
        return new EmulatedAccount(operatorId, token, Set.of(), Set.of());
    }

    public EmulatedAccount withPermissions(Permission... only) {
        return new EmulatedAccount(oemId, token, Set.of(only), ekus);
    }

    public EmulatedAccount withEkus(EkuCombination... only) {
        return new EmulatedAccount(oemId, token, permissions, Set.of(only));
    }

    /** The token does not appear in it. */
    @Override
    public String toString() {
        return oemId;
    }
}
