package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyIdentityTest {
    private static final Pattern IDENTITY = Pattern.compile("<assemblyIdentity ([^>]*)>");

    @Test
    void hashesTheDocumentedExample() {
        AssemblyIdentity name = identity(
                "Empyreal96.EFIESP.UEFIChargingLogToDisplay0",
                new FirmwareVersion(1, 0, 0, 0),
                "arm",
                "628844477771337a",
                null);

        assertThat(name.keyform())
                .isEqualTo(
                        "arm_empyreal96.efiesp.u..arginglogtodisplay0_628844477771337a_1.0.0.0_none_76140f6296cc7b17");
    }

    @Test
    void namesEveryManifestOfTheRealPackages() throws IOException {
        int checked = 0;
        for (Path file : Samples.packages()) {
            if (file.getParent().getFileName().toString().startsWith("cbs-")) {
                checked += checkManifests(file);
            }
        }

        assertThat(checked).isEqualTo(8);
    }

    private static int checkManifests(Path file) throws IOException {
        int checked = 0;
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            for (CabinetMember member : cabinet.members()) {
                if (member.name().endsWith(".manifest")) {
                    String text = new String(cabinet.readAll(member, 1 << 20), StandardCharsets.UTF_8);
                    assertThat(nameIn(text).keyform() + ".manifest").isEqualTo(member.name());
                    checked++;
                }
            }
        }
        return checked;
    }

    private static AssemblyIdentity nameIn(String manifest) {
        Matcher identity = IDENTITY.matcher(manifest);
        assertThat(identity.find()).isTrue();
        String attributes = identity.group(1);
        String language = attribute(attributes, "language");
        return identity(
                "" + attribute(attributes, "name"),
                FirmwareVersion.parse("" + attribute(attributes, "version")),
                "" + attribute(attributes, "processorArchitecture"),
                "" + attribute(attributes, "publicKeyToken"),
                "neutral".equals(language) ? null : language);
    }

    private static @Nullable String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Test
    void shortensALongLanguage() {
        AssemblyIdentity name =
                identity("A.B", new FirmwareVersion(1, 2, 3, 4), "arm", "0011223344556677", "uz-Latn-UZ");

        assertThat(name.keyform()).startsWith("arm_a.b_0011223344556677_1.2.3.4_uz-..-uz_");
    }

    @Test
    void readsTheIdentityOfAnInstalledPackage() {
        AssemblyIdentity read = AssemblyIdentity.parseOrNull("A.B_LANG_de-de~628844477771337a~arm~de-de~10.0.1.2");

        assertThat(read)
                .isEqualTo(new AssemblyIdentity(
                        "A.B_LANG_de-de",
                        new FirmwareVersion(10, 0, 1, 2),
                        "arm",
                        "628844477771337a",
                        "de-de",
                        null,
                        null))
                .hasToString("A.B_LANG_de-de~628844477771337a~arm~de-de~10.0.1.2");
        assertThat(AssemblyIdentity.parseOrNull("A~~~~1.0.0.0")).hasToString("A~~~~1.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A~b~arm~", "A~b~arm~~1.0", "A~b~arm~~1.0.0.0~x", "~b~arm~~1.0.0.0"})
    void readsNoOtherText(String text) {
        assertThat(AssemblyIdentity.parseOrNull(text)).isNull();
    }

    private static AssemblyIdentity identity(
            String name, FirmwareVersion version, String architecture, String token, @Nullable String language) {
        return AssemblyIdentity.component(name, version, architecture, token).withLanguage(language);
    }
}
