package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.AccountJson;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.port.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** {@code /v1/account}. */
final class AccountResource implements Resource {

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        Account account = call.account();
        return Answer.representation(new AccountJson(
                account.oemId(),
                account.clientId().toString(),
                account.permissions().stream().map(Permission::text).sorted().toList(),
                account.ekus().stream()
                        .sorted(Comparator.comparing(EkuCombination::toString))
                        .map(EkuCombination::oids)
                        .toList(),
                List.of()));
    }
}
