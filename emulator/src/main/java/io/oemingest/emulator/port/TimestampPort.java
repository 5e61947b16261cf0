package io.oemingest.emulator.port;

/** A time-stamp authority (RFC 3161). Safe for threads. */
public interface TimestampPort {

    /** The TimeStampResp in DER to any bytes: granted with a token, or rejected with the reason. */
    byte[] answer(byte[] query);
}
