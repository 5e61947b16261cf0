package io.oemingest.client;

/** What the client says of itself (rule UPL-07). */
final class ClientVersion {
    static final String TEXT = "0.1.0";

    private ClientVersion() {}
}
