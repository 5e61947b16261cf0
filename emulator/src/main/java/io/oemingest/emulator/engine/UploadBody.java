package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The next bytes of an upload. The engine reads {@code content} to its end and leaves it open.
 *
 * @param declared digest that the bytes must have; if they do not, none of them counts
 */
public record UploadBody(InputStream content, @Nullable Digest declared) {}
