package io.oemingest.emulator.store;

import io.oemingest.emulator.port.Identifiers;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names by chance. As safe for threads and as hard to guess as its generator. */
public final class RandomIdentifiers implements Identifiers {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int CODE_LENGTH = 6;
    private static final int UPLOAD_ID_BYTES = 16;

    private final RandomGenerator chance;

    /** Takes the source of chance, a {@link java.security.SecureRandom} in service. */
    public RandomIdentifiers(RandomGenerator chance) {
        this.chance = chance;
    }

    @Override
    public String ticketCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        while (code.length() < CODE_LENGTH) {
            code.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    @Override
    public String uploadId() {
        byte[] id = new byte[UPLOAD_ID_BYTES];
        chance.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
