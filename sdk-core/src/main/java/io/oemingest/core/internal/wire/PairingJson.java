package io.oemingest.core.internal.wire;

/** A phone and operator that an image is for. */
public record PairingJson(String manufacturer, String modelName, String operatorName) {}
