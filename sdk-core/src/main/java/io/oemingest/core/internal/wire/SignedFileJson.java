package io.oemingest.core.internal.wire;

/** A row of {@code signed.json}. */
public record SignedFileJson(
        String path, long size, String inputSha256, String outputSha256, String ekus, String signerThumbprint) {}
