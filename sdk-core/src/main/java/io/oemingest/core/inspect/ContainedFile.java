package io.oemingest.core.inspect;

/**
 * A file inside another.
 *
 * @param name by which it is asked for
 * @param target path that it gets in the folder, with either slash
 * @param size bytes
 */
public record ContainedFile(String name, String target, long size) {}
