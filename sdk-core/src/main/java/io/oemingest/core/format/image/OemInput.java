package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The choices from which an image is built ({@code OEMInput.xml}). Text stays as written, variables included; what a
 * document leaves out is null or empty, so that rules can judge it.
 *
 * @param product absent for the full system, {@code Manufacturing OS} for a manufacturing image
 * @param soc chip, an open list
 * @param device model key, the component of the customization packages
 * @param releaseType {@code Test} or {@code Production}
 * @param buildType {@code fre} or {@code chk}
 * @param devicePlatform override of the device platform
 * @param additionalFms paths of further feature manifests
 * @param packageFiles packages outside the features, not allowed in retail images
 * @param userStoreMap null if absent
 */
public record OemInput(
        @Nullable String product,
        @Nullable String description,
        @Nullable String sv,
        @Nullable String soc,
        @Nullable String device,
        @Nullable String releaseType,
        @Nullable String buildType,
        @Nullable String formatDpp,
        @Nullable String excludePrereleaseFeatures,
        @Nullable String devicePlatform,
        Languages languages,
        List<String> resolutions,
        Features features,
        List<String> additionalFms,
        List<String> packageFiles,
        @Nullable UserStoreMap userStoreMap) {

    public OemInput {
        resolutions = List.copyOf(resolutions);
        additionalFms = List.copyOf(additionalFms);
        packageFiles = List.copyOf(packageFiles);
    }

    /** Reads the input of an image build. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static OemInput read(ByteSource source, FormatLimits limits) throws IOException {
        return OemInputReader.read(source, limits);
    }

    /** Languages of the image and the ones it starts with. */
    public record Languages(
            List<String> userInterface,
            List<String> keyboard,
            List<String> speech,
            @Nullable String bootUi,
            @Nullable String bootLocale) {
        public Languages {
            userInterface = List.copyOf(userInterface);
            keyboard = List.copyOf(keyboard);
            speech = List.copyOf(speech);
        }
    }

    /**
     * Features by who defines them.
     *
     * @param earlier those of the Windows Phone 8 form
     */
    public record Features(List<String> microsoft, List<String> oem, EarlierFeatures earlier) {
        public Features {
            microsoft = List.copyOf(microsoft);
            oem = List.copyOf(oem);
        }
    }

    /** The optional features and SKUs of the Windows Phone 8 form, by the list they stand in. */
    public record EarlierFeatures(
            List<String> internal, List<String> production, List<String> microsoft, List<String> skus) {
        /** What inputs of the present form have. */
        public static final EarlierFeatures NONE = new EarlierFeatures(List.of(), List.of(), List.of(), List.of());

        public EarlierFeatures {
            internal = List.copyOf(internal);
            production = List.copyOf(production);
            microsoft = List.copyOf(microsoft);
            skus = List.copyOf(skus);
        }

        /** All lists one after another. */
        public List<String> all() {
            return Stream.of(internal, production, microsoft, skus)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Folders that are copied to the user store. */
    public record UserStoreMap(
            @Nullable String sourceDir, @Nullable String userStoreDir) {}

    /** The document in the order of real inputs. */
    public byte[] toBytes() {
        return OemInputWriter.write(this);
    }
}
