package io.oemingest.client;

import io.oemingest.core.model.EkuCombination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account behind the credentials (rules AUT-05, AUT-07, AUT-10).
 *
 * @param permissions in the service's own words
 * @param ekuCombinations the signers that the account's packages may get
 */
public record AccountInfo(
        String oemId, @Nullable String clientId, List<String> permissions, List<EkuCombination> ekuCombinations) {

    public AccountInfo {
        permissions = List.copyOf(permissions);
        ekuCombinations = List.copyOf(ekuCombinations);
    }
}
