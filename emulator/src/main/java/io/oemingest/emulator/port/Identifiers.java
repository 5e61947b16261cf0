package io.oemingest.emulator.port;

/** Where new names come from: by chance in service, by counting in tests. Safe for threads. */
public interface Identifiers {

    /** Six capitals or digits, the last part of a ticket (TKT-01). A repeated code is asked for again by the engine. */
    String ticketCode();

    /** A name for an upload: letters, digits and hyphens, hard to guess in service. */
    String uploadId();
}
