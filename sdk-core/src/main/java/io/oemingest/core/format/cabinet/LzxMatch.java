package io.oemingest.core.format.cabinet;

/** A match that could be taken; {@code gain} is how many bits it saves against literals. */
record LzxMatch(int slot, int offset, int length, int gain) {}
