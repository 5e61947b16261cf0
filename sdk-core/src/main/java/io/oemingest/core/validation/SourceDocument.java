package io.oemingest.core.validation;

/**
 * A published document that rules follow.
 *
 * @param key its short name, such as {@code WSPC}
 * @param page its place in the documentation, such as {@code manufacture/mobile/packaging-requirements-for-retail-images}
 */
public record SourceDocument(String key, String page) {}
