package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import java.util.Map;

/** HTTP itself says no, before the engine is asked: a status that the reason alone does not determine. */
final class HttpRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final ReasonCode reason;
    private final transient Map<String, String> headers;

    HttpRefusal(int status, ReasonCode reason, String detail) {
        this(status, reason, detail, Map.of());
    }

    HttpRefusal(int status, ReasonCode reason, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.reason = reason;
        this.headers = Map.copyOf(headers);
    }

    static HttpRefusal badRequest(String detail) {
        return new HttpRefusal(400, ReasonCode.INVALID_REQUEST, detail);
    }

    static HttpRefusal tooLarge(String detail) {
        return new HttpRefusal(413, ReasonCode.PAYLOAD_TOO_LARGE, detail);
    }

    int status() {
        return status;
    }

    ReasonCode reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** Headers that belong to the status, such as {@code Allow}. */
    Map<String, String> headers() {
        return headers;
    }
}
