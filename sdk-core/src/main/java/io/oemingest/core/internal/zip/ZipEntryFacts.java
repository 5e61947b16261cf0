package io.oemingest.core.internal.zip;

/**
 * One entry of a zip file.
 *
 * @param stored whether the bytes lie in the file as they are, not deflated
 * @param dataOffset first byte of the entry's data in the zip file
 * @param packed bytes in the zip file
 * @param size bytes unpacked
 */
public record ZipEntryFacts(String name, boolean stored, int crc, long dataOffset, long packed, long size) {}
