package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.CbsFacts.Capability;
import io.oemingest.core.format.pkg.CbsFacts.CapabilityPackage;
import io.oemingest.core.format.pkg.CbsFacts.Update;
import io.oemingest.core.format.pkg.Component.ComponentFile;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CbsFactsTest {
    private static final FirmwareVersion VERSION = new FirmwareVersion(1, 40, 55, 808);
    private static final String TOKEN = "628844477771337a";
    private static final String FULL = """
            <?xml version="1.0" encoding="utf-8"?>
            <assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0" description="free text">
              <assemblyIdentity name="Contoso.FM" version="1.40.55.808" language="*" processorArchitecture="arm" publicKeyToken="628844477771337a" />
              <package identifier="Contoso.FM" releaseType="Feature Pack" restart="possible" selfUpdate="true" targetPartition="MainOS">
                <parent integrate="delegate"><assemblyIdentity name="P" version="1.0.0.0" /></parent>
                <customInformation>
                  <declareCapability>
                    <capability group="OEM" fmid="PHONE">
                      <capabilityIdentity name="BASE" />
                      <featurePackage>
                        <package satelliteType="Base" targetPartition="mainos" binaryPartition="false">
                          <assemblyIdentity name="A.B" processorArchitecture="arm" publicKeyToken="628844477771337a" version="1.40.55.808" />
                        </package>
                      </featurePackage>
                    </capability>
                  </declareCapability>
                  <phoneInformation phoneOwner="Contoso" phoneComponent="FM" phoneTargetGroups="a;b;" />
                  <noAutoMerge />
                </customInformation>
                <update name="Contoso_FM"><component><assemblyIdentity name="Contoso.FM.Deployment" version="1.40.55.808" versionScope="nonSxS" /></component></update>
                <update restart="required"><driver inf="x.inf" ranking="1" /></update>
              </package>
            </assembly>""";

    @TempDir
    Path folder;

    @Test
    void readsEveryFact() throws IOException {
        FirmwarePackage read = Manifests.read(folder, members(FULL));

        AssemblyIdentity assembly = identity("Contoso.FM", VERSION, "arm", TOKEN);
        assertThat(read.cbs())
                .isEqualTo(new CbsFacts(
                        assembly,
                        "Contoso.FM",
                        "Feature Pack",
                        "possible",
                        true,
                        true,
                        true,
                        identity("P", new FirmwareVersion(1, 0, 0, 0), null, null),
                        List.of(
                                new Update(
                                        "Contoso_FM",
                                        null,
                                        "component",
                                        new AssemblyIdentity(
                                                "Contoso.FM.Deployment", VERSION, null, null, null, null, "nonSxS"),
                                        null),
                                new Update(null, "required", "driver", null, "x.inf")),
                        null,
                        List.of(new Capability(
                                "OEM",
                                "PHONE",
                                "BASE",
                                List.of(new CapabilityPackage(
                                        "Base", "mainos", false, identity("A.B", VERSION, "arm", TOKEN)))))));
        assertThat(read.manifest().description()).isEqualTo("free text");
        assertThat(read.manifest().targetGroups()).containsExactly("a", "b");
        assertThat(read.manifest().declaredBinaryPartition()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <assemblyIdentity name="A.B" processorArchitecture="arm" publicKeyToken="628844477771337a" version="1.40.55.808" />|<x />|test.spkg/update.mum:11:92: a package of a feature has no 'assemblyIdentity'
                    name="BASE"|' '|test.spkg/update.mum:9:35: element 'capabilityIdentity' has no attribute 'name'
                    name="P" version="1.0.0.0"|name="P" version="1"|test.spkg/update.mum:5:75: the version is not four numbers from 0 to 65535: '1'
                    name="P"|' '|test.spkg/update.mum:5:74: element 'assemblyIdentity' has no attribute 'name'
                    """)
    void pointsAtTheWrongPlace(String from, String to, String message) {
        String changed = FULL.replace(from, to);
        assertThat(changed).isNotEqualTo(FULL);

        assertThatThrownBy(() -> Manifests.read(folder, members(changed)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void readsTheComponentsThatItWrites() throws IOException {
        PackageManifest facts = PackageManifest.retail(
                        PackageStyle.CBS, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                .version(VERSION)
                .build();
        List<RegistryValue> values = List.of(RegistryValue.text("HKEY_LOCAL_MACHINE\\SOFTWARE\\X", "a", "b"));
        Path file = folder.resolve("written.cab");
        PackageWriter.of(facts)
                .file("\\windows\\System32\\a.txt", ByteSource.of("a", "a".getBytes(StandardCharsets.UTF_8)))
                .registry(values)
                .writeTo(file, (name, subjects) -> new byte[1]);

        FirmwarePackage read = read(file);

        AssemblyIdentity files = AssemblyIdentity.component("Contoso.Sample.MainOS0", VERSION, "arm", TOKEN);
        AssemblyIdentity registry = files.withName("Contoso.Sample.MainOS1");
        AssemblyIdentity deployment = files.withName("Contoso.Sample.MainOS.Deployment");
        assertThat(components(read))
                .allMatch(Component::hasRightName)
                .containsExactly(
                        new Component(
                                files.keyform() + ".manifest",
                                false,
                                files,
                                List.of(new ComponentFile(
                                        "windows\\System32\\a.txt",
                                        "$(runtime.systemroot)\\System32\\",
                                        Digest.sha256("a".getBytes(StandardCharsets.UTF_8)))),
                                List.of(),
                                List.of()),
                        new Component(registry.keyform() + ".manifest", false, registry, List.of(), values, List.of()),
                        new Component(
                                deployment.keyform() + ".manifest",
                                false,
                                deployment,
                                List.of(),
                                List.of(),
                                List.of(files, registry)));
        assertThat(read.cbs()).isNotNull();
        assertThat(read.cbs().updates()).singleElement().satisfies(update -> {
            assertThat(update.name()).isEqualTo("Contoso_Sample_MainOS");
            assertThat(update.target()).isEqualTo(deployment);
        });
    }

    @Test
    void knowsARecalledPackage() throws IOException {
        PackageManifest facts = PackageManifest.retail(
                        PackageStyle.CBS, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                .version(VERSION)
                .removal(true)
                .build();
        Path file = folder.resolve("written.cbsr");
        PackageWriter.of(facts).writeTo(file, (name, subjects) -> new byte[1]);

        CbsFacts cbs = read(file).cbs();

        assertThat(cbs).isNotNull();
        assertThat(cbs.assembly().name()).isEqualTo("Contoso.Sample.MainOS.Recall");
        assertThat(cbs.releaseType()).isEqualTo("Hotfix");
        assertThat(cbs.recalled()).isEqualTo(identity("Contoso.Sample.MainOS", VERSION, "arm", TOKEN));
        assertThat(cbs.updates()).isEmpty();
    }

    @Test
    void takesNoCompressedManifestForXml() throws IOException {
        Map<String, String> members = members(Manifests.MUM);
        members.put("arm_x.manifest", "DCM\u0001PA30 and so on");
        members.put("odd.manifest", """
                <assembly xmlns="urn:schemas-microsoft-com:asm.v3"><assemblyIdentity name="X" /></assembly>""");

        List<Component> components = components(Manifests.read(folder, members));

        assertThat(components).hasSize(2);
        assertThat(components.get(0))
                .isEqualTo(new Component("arm_x.manifest", true, null, List.of(), List.of(), List.of()))
                .matches(Component::compressed)
                .matches(Component::hasRightName);
        assertThat(components.get(1).compressed()).isFalse();
        assertThat(components.get(1).hasRightName()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <assembly xmlns="urn:schemas-microsoft-com:asm.v3"><file /></assembly>|test.spkg/x.manifest:1:60: element 'file' has no attribute 'name'
                    <assembly xmlns="urn:schemas-microsoft-com:asm.v3"><file name="a"><h:hash xmlns:h="urn:schemas-microsoft-com:asm.v2" xmlns:d="http://www.w3.org/2000/09/xmldsig#"><d:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha256" /><d:DigestValue>AA==</d:DigestValue></h:hash></file></assembly>|test.spkg/x.manifest:1:249: is no SHA-256 digest in Base64: 'AA=='
                    """)
    void pointsAtTheWrongPlaceOfAComponent(String text, String message) throws IOException {
        Map<String, String> members = members(Manifests.MUM);
        members.put("x.manifest", text);
        FirmwarePackage read = Manifests.read(folder, members);

        assertThatThrownBy(() -> components(read))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void limitsWhatAComponentMayHold() throws IOException {
        Map<String, String> members = members(Manifests.MUM);
        members.put(
                "x.manifest",
                "<assembly xmlns=\"urn:schemas-microsoft-com:asm.v3\">" + "<file name=\"a\" />".repeat(5)
                        + "</assembly>");
        FirmwarePackage read =
                Manifests.read(folder, members, FormatLimits.defaults().withMaxMembers(4));

        assertThatThrownBy(() -> components(read))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith("a component has at most 4 files, registry values and dependencies");
    }

    private static List<Component> components(FirmwarePackage read) throws IOException {
        List<Component> components = new ArrayList<>();
        read.forEachComponent(components::add);
        return components;
    }

    private static FirmwarePackage read(Path file) throws IOException {
        return FirmwarePackage.read(ByteSource.of("written.cab", Files.readAllBytes(file)), FormatLimits.defaults());
    }

    private static AssemblyIdentity identity(
            String name, FirmwareVersion version, @Nullable String architecture, @Nullable String token) {
        return new AssemblyIdentity(name, version, architecture, token, null, null, null);
    }

    private static Map<String, String> members(String mum) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("update.mum", mum);
        members.put("update.cat", "catalog");
        members.put("arm\\x.dll", "four");
        return members;
    }
}
