package io.oemingest.core.submission;

/** A document of the image build together with the file it was read from. */
public record ReadDocument<T>(FileFacts file, T content) {}
