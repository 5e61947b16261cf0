package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the accounts are. */
final class AccountDesk {
    private final List<Account> accounts;

    AccountDesk(List<Account> accounts) {
        Set<UUID> clients = new HashSet<>();
        Set<Digest> tokens = new HashSet<>();
        for (Account account : accounts) {
            if (!clients.add(account.clientId()) || !tokens.add(account.tokenHash())) {
                throw new IllegalArgumentException(
                        "Two accounts have the same client id or token: see " + account.oemId());
            }
        }
        this.accounts = List.copyOf(accounts);
    }

    List<Account> all() {
        return accounts;
    }

    Account authenticate(@Nullable String token) throws Refusal {
        Digest hash = Account.hashOf(token == null ? "" : token);
        Account found = null;
        // All accounts are compared, in constant time each, so that the answer's delay tells nothing.
        for (Account account : accounts) {
            found = account.tokenHash().matches(hash) ? account : found;
        }
        if (token == null || found == null) {
            throw Refusals.credentialsUnknown(token != null);
        }
        return found;
    }

    Account ofOem(String oemId) {
        return accounts.stream()
                .filter(account -> account.oemId().equals(oemId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + oemId));
    }

    Account owner(Submission submission) {
        return accounts.stream()
                .filter(account -> account.clientId().equals(submission.origin().clientId()))
                .findFirst()
                .orElseThrow();
    }
}
