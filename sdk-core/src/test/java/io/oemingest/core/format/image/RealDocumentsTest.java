package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every real document is read and written again. Those that a tool wrote come out with the same bytes; those that
 * people wrote, with comments, blank lines and an order of their own, come out with the same facts.
 */
class RealDocumentsTest {
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("device-lumia930/UpdateHistory.xml", Form.SAME_BYTES),
            Map.entry("device-lumia930/MicrosoftPhoneFM.xml", Form.SAME_BYTES),
            // Came through a version control that changed the line ends.
            Map.entry("devicelayout/MartiniRetailDeviceFM.xml", Form.SAME_LINES),
            Map.entry("devicelayout/MartiniDeviceFM.xml", Form.SAME_FACTS),
            Map.entry("device-lumia930/OEMInput.xml", Form.SAME_FACTS),
            Map.entry("device-lumia930/DeviceLayout.xml", Form.SAME_FACTS),
            // Indented by four blanks, in an order of its own.
            Map.entry("device-lumia930/OEMDevicePlatform.xml", Form.SAME_FACTS),
            Map.entry("devicelayout/OEMDevicePlatform.xml", Form.SAME_FACTS),
            Map.entry("devicelayout/DeviceLayout.xml", Form.SAME_FACTS),
            Map.entry("devicelayout/iot-GPT8GB-R/DeviceLayout.xml", Form.SAME_FACTS),
            Map.entry("featuremanifest/OEMCommonFM.xml", Form.SAME_FACTS),
            Map.entry("featuremanifest/RPiFM.xml", Form.SAME_FACTS),
            Map.entry("oeminput/QCDB410C/RetailOEMInput.xml", Form.SAME_FACTS),
            Map.entry("oeminput/QCDB410C/TestOEMInput.xml", Form.SAME_FACTS),
            Map.entry("oeminput/rpi/RetailOEMInput.xml", Form.SAME_FACTS),
            Map.entry("oeminput/rpi/TestOEMInput.xml", Form.SAME_FACTS));

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("UpdateHistory.xml", UpdateHistory::read, UpdateHistory::toBytes),
            new Kind<>("OEMInput.xml", OemInput::read, OemInput::toBytes),
            new Kind<>("DeviceLayout.xml", DeviceLayout::read, DeviceLayout::toBytes),
            new Kind<>("OEMDevicePlatform.xml", OemDevicePlatform::read, OemDevicePlatform::toBytes),
            new Kind<>("FM.xml", RealDocumentsTest::manifestInOrder, FeatureManifest::toBytes));

    private enum Form {
        SAME_BYTES,
        SAME_LINES,
        SAME_FACTS
    }

    private interface Reader<T> {
        T read(ByteSource source, FormatLimits limits) throws IOException;
    }

    private record Kind<T>(String ending, Reader<T> reader, Function<T, byte[]> writer) {
        void check(byte[] real, Form form) throws IOException {
            T facts = read(real);
            byte[] written = writer.apply(facts);
            switch (form) {
                case SAME_BYTES -> assertThat(written).isEqualTo(real);
                case SAME_LINES ->
                    assertThat(text(written).replace("\r\n", "\n")).isEqualTo(text(real));
                case SAME_FACTS -> {
                    assertThat(read(written)).isEqualTo(facts);
                    assertThat(written).isNotEqualTo(real);
                }
            }
        }

        private T read(byte[] document) throws IOException {
            return reader.read(ByteSource.of("document.xml", document), FormatLimits.defaults());
        }

        private static String text(byte[] document) {
            return new String(document, StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesEveryRealDocumentAgain() throws IOException {
        for (Map.Entry<String, Form> each : FORMS.entrySet()) {
            Path name = Path.of(each.getKey());
            Path file = Samples.fileOrSkip(
                    name.getParent().toString(), name.getFileName().toString());

            kind(each.getKey()).check(Files.readAllBytes(file), each.getValue());
        }
    }

    @Test
    void knowsEveryRealDocument() {
        List<Path> files = Samples.filesOrSkip(".xml");

        assertThat(files).allMatch(file -> FORMS.keySet().stream().anyMatch(file::endsWith));
        assertThat(files).hasSameSizeAs(FORMS.keySet());
    }

    // The schema leaves the order of the sections free, so that it says nothing.
    private static FeatureManifest manifestInOrder(ByteSource source, FormatLimits limits) throws IOException {
        FeatureManifest manifest = FeatureManifest.read(source, limits);
        return new FeatureManifest(
                manifest.origin(),
                manifest.packages().stream()
                        .sorted(Comparator.comparing(FeaturePackage::section))
                        .toList(),
                manifest.groups(),
                manifest.conditionalFeatures());
    }

    private static Kind<?> kind(String name) {
        return KINDS.stream()
                .filter(each -> name.endsWith(each.ending))
                .findFirst()
                .orElseThrow();
    }
}
