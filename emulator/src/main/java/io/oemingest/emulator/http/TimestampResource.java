package io.oemingest.emulator.http;

import io.oemingest.emulator.port.TimestampPort;
import java.io.IOException;
import java.util.Set;

/** {@code /v1/timestamp}: time stamps for signing tools, by HTTP as RFC 3161 3.4 has it. Needs no account, for tools can name none. */
final class TimestampResource implements Resource {
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";
    private static final int MAX_QUERY = 64 << 10;

    private final TimestampPort timestamps;

    TimestampResource(TimestampPort timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Answer answer(Call call) throws HttpRefusal, IOException {
        MediaTypes.requireContent(call, QUERY);
        MediaTypes.requireAccepted(call, REPLY);
        return Answer.bytes(timestamps.answer(call.body(MAX_QUERY)), REPLY);
    }
}
