package io.oemingest.core.internal.wire;

/** A file that an inspected package's manifest declares; {@code size} in bytes as declared. */
public record InspectedFileJson(String fileType, String devicePath, String cabPath, long size) {}
