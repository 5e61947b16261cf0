package io.oemingest.client;

import io.oemingest.core.model.EkuCombination;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account behind the credentials (rules AUT-05, AUT-07, AUT-10).
 *
 * @param permissions in the service's own words
 * @param ekuCombinations the usages of signers that the account's packages may get
 */
public record AccountInfo(
        String oemId,
        @Nullable String clientId,
        List<String> permissions,
        Set<EkuCombination> ekuCombinations,
        List<ClientCertificate> certificates) {

    public AccountInfo {
        permissions = List.copyOf(permissions);
        ekuCombinations = Set.copyOf(ekuCombinations);
        certificates = List.copyOf(certificates);
    }

    /**
     * A certificate by which the account may identify itself.
     *
     * @param thumbprint hexadecimal
     */
    public record ClientCertificate(
            String thumbprint, @Nullable Instant expires) {}
}
