package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A registry file whose texts are added to lists that are there already ({@code .rga}, file type
 * {@code RegistryMultiStringAppend}): the syntax of a {@link RegistryFile}, lists of texts only.
 */
public record RegistryAppendFile(List<Append> appends) {

    /**
     * Texts for the end of one list (REG_MULTI_SZ).
     *
     * @param key full path
     * @param name of the value
     */
    public record Append(String key, String name, List<String> texts) {
        /** Takes the texts. @throws IllegalArgumentException if one is empty or has a line break or a NUL, which no list can hold */
        public Append {
            texts = List.copyOf(texts);
            for (String text : texts) {
                if (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("A list of texts cannot hold '" + text + "'");
                }
            }
        }
    }

    public RegistryAppendFile {
        appends = List.copyOf(appends);
    }

    /** Reads what a file appends. @throws io.oemingest.core.format.MalformedFileException with line and column if this is no such file */
    public static RegistryAppendFile read(ByteSource source, FormatLimits limits) throws IOException {
        return new RegistryAppendFile(RegistryFileReader.readLists(source, limits).stream()
                .map(RegistryAppendFile::append)
                .toList());
    }

    private static Append append(RegistryValue value) {
        return new Append(
                value.key(),
                value.name(),
                Stream.of(value.data().split("\n", -1))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** The file as the package tools write it. */
    public byte[] toBytes() {
        return new RegistryFile(appends.stream()
                        .map(each -> new RegistryValue(
                                each.key(), each.name(), RegistryData.LIST, String.join("\n", each.texts())))
                        .toList())
                .toBytes();
    }
}
