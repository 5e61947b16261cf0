package io.oemingest.samples;

import java.nio.file.Path;

/**
 * What an OEM's image build leaves behind, as far as a partial submission needs it.
 *
 * @param updateHistory the history of the image that the packages belong to
 * @param oemInput the choices from which the image was built
 * @param packages the folder whose files are the packages
 */
public record SampleInput(Path updateHistory, Path oemInput, Path packages) {

    /** The usual names below one folder: {@code UpdateHistory.xml}, {@code OEMInput.xml}, {@code packages}. */
    public static SampleInput of(Path folder) {
        return new SampleInput(
                folder.resolve("UpdateHistory.xml"), folder.resolve("OEMInput.xml"), folder.resolve("packages"));
    }
}
