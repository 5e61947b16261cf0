package io.oemingest.samples.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A parameter of a cmdlet, and what the verb behind the cmdlet has in its place.
 *
 * @param option option of the verb; empty for its argument; what an {@link Kind#IGNORED} one tells instead of an option
 */
record CmdletParameter(String name, Kind kind, String option) {
    enum Kind {
        /** A value. */
        VALUE,
        /** A file, or the folder that holds it under its usual name. */
        FILE_OR_FOLDER,
        /** No value. */
        SWITCH,
        /** A value that has no meaning here. */
        IGNORED
    }

    static CmdletParameter value(String name, String option) {
        return new CmdletParameter(name, Kind.VALUE, option);
    }

    static CmdletParameter argument(String name) {
        return value(name, "");
    }

    static CmdletParameter file(String name, String option) {
        return new CmdletParameter(name, Kind.FILE_OR_FOLDER, option);
    }

    static CmdletParameter flag(String name, String option) {
        return new CmdletParameter(name, Kind.SWITCH, option);
    }

    static CmdletParameter ignored(String name, String why) {
        return new CmdletParameter(name, Kind.IGNORED, why);
    }

    boolean takesValue() {
        return kind != Kind.SWITCH;
    }

    /** The verb's arguments for this one; {@code value} is empty for a switch. */
    List<String> translated(String value) {
        return switch (kind) {
            case IGNORED -> List.of();
            case SWITCH -> List.of(option);
            case VALUE -> option.isEmpty() ? List.of(value) : List.of(option, value);
            case FILE_OR_FOLDER -> List.of(option, inFolder(value));
        };
    }

    /** The documents' examples name the folder of the image build where a file is meant. */
    private String inFolder(String value) {
        Path given = Path.of(value);
        String usual = option.equals("--oem-input") ? "OEMInput.xml" : "UpdateHistory.xml";
        return Files.isDirectory(given) ? given.resolve(usual).toString() : value;
    }
}
