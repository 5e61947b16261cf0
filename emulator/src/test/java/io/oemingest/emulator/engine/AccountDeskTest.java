package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.ReasonCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDeskTest {
    private final AccountDesk desk = new AccountDesk(List.of(EngineFixture.CONTOSO, EngineFixture.FABRIKAM));

    @Test
    void findsTheAccountOfAToken() throws Refusal {
        assertThat(desk.authenticate(EngineFixture.token("Contoso"))).isEqualTo(EngineFixture.CONTOSO);
        assertThat(desk.authenticate(EngineFixture.token("Fabrikam"))).isEqualTo(EngineFixture.FABRIKAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "token-of-contoso", "token-of-Contoso "})
    void refusesEveryOtherToken(String token) {
        Refused.with(
                ReasonCode.CREDENTIALS_UNKNOWN,
                "No account has this token. Send the token of an account of this service as 'Authorization: Bearer <token>'.",
                false,
                () -> desk.authenticate(token));
    }

    @Test
    void saysThatThereIsNoToken() {
        Refused.with(
                ReasonCode.CREDENTIALS_UNKNOWN,
                "The request carries no token. Send the token of an account of this service as 'Authorization: Bearer <token>'.",
                false,
                () -> desk.authenticate(null));
    }

    @Test
    void showsNoTokenInItsText() {
        assertThat(EngineFixture.CONTOSO).hasToString("Contoso");
    }

    @Test
    void refusesTwoAccountsWithOneToken() {
        Account twin = new Account("Twin", new UUID(9, 9), EngineFixture.CONTOSO.tokenHash(), Set.of(), Set.of());
        assertThatThrownBy(() -> new AccountDesk(List.of(EngineFixture.CONTOSO, twin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two accounts have the same client id or token: see Twin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A.B", "a/b", "-x", "An OEM", "AbcdefghijklmnopqrstuvwxyzAbcdefg"})
    void refusesAnOemIdThatCannotBePartOfAFileName(String oemId) {
        assertThatThrownBy(() -> new Account(oemId, new UUID(0, 9), Account.hashOf("x"), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An OEM id has 1 to 32 letters, digits, '_' or '-' and begins with a letter or digit: '"
                        + oemId + "'");
    }
}
