package io.oemingest.core.format.ffu;

/**
 * How much of an image its hash table was compared with.
 *
 * @param checked chunks whose hash is right
 * @param unchecked chunks that are not in the file, or are packed
 */
public record ChunkVerification(long checked, long unchecked) {}
