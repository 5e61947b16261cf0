package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.ConditionalFeature.Condition;
import io.oemingest.core.format.image.ConditionalFeature.ConditionSet;
import io.oemingest.core.format.image.FeaturePackage.Section;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureManifestTest {
    private static final String ROOT =
            "<FeatureManifest xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n";
    static final String FULL = """
            <FeatureManifest xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate" ID="F" OwnerName="Contoso">
            <SOCPackages><PackageFile SOC="QC1" Name="s.cab"/></SOCPackages>
            <BootLocalePackageFile Path="p" Name="$(bootlocale).cab"/>
            <Features>
            <OEMConditionalFeatures><ConditionalFeature FeatureID="A" UpdateAction="Install"><ConditionSet Operator="OR">
            <ConditionSets><ConditionSet Operator="AND"/></ConditionSets>
            <Conditions><Condition Type="Feature" Name="B" FMID="F" FeatureStatus="Installed"/></Conditions>
            </ConditionSet></ConditionalFeature></OEMConditionalFeatures>
            <OEMFeatureGroups><FeatureGroup Constraint="ZeroOrOne" Name="G"><SubGroups><FeatureGroup FMID="F"/></SubGroups>
            <FeatureIDs><FeatureID>A</FeatureID></FeatureIDs></FeatureGroup></OEMFeatureGroups>
            <OEM><PackageFile Name="a.cab"><FeatureIDs><FeatureID>A</FeatureID><FeatureID>B</FeatureID></FeatureIDs>
            </PackageFile></OEM>
            </Features></FeatureManifest>""";
    private static final FeatureManifest FULL_VALUE = new FeatureManifest(
            new FeatureManifest.Origin("F", null, null, null, null, "Contoso", null, null, null),
            List.of(
                    new FeaturePackage(Section.SOC, Map.of("SOC", "QC1", "Name", "s.cab"), List.of()),
                    new FeaturePackage(
                            Section.BOOT_LOCALE, Map.of("Path", "p", "Name", "$(bootlocale).cab"), List.of()),
                    new FeaturePackage(Section.OEM_FEATURES, Map.of("Name", "a.cab"), List.of("A", "B"))),
            List.of(new FeatureGroup(
                    FeatureGroup.Owner.OEM,
                    "G",
                    null,
                    null,
                    null,
                    "ZeroOrOne",
                    List.of("A"),
                    List.of(new FeatureGroup(
                            FeatureGroup.Owner.OEM, null, "F", null, null, null, List.of(), List.of())))),
            List.of(new ConditionalFeature(
                    FeatureGroup.Owner.OEM,
                    "A",
                    null,
                    "Install",
                    null,
                    new ConditionSet(
                            "OR",
                            List.of(new Condition("Feature", null, "B", null, null, null, "F", "Installed")),
                            List.of(new ConditionSet("AND", List.of(), List.of()))))));

    @Test
    void readsTheManifestOfTheRealSystem() throws IOException {
        FeatureManifest manifest = read(Samples.fileOrSkip("device-lumia930", "MicrosoftPhoneFM.xml"));

        assertThat(manifest.origin())
                .isEqualTo(new FeatureManifest.Origin(
                        null,
                        "1",
                        "1.2",
                        "Production",
                        "Microsoft",
                        "Microsoft",
                        "2764e10f-56eb-4e52-84bd-6916ab7ddf7d",
                        "RS_XBOX.16212.16212.20170531-1534",
                        "10.0.16212.1000"));
        assertThat(manifest.packages()).hasSize(164);
        assertThat(manifest.packages(Section.BASE)).hasSize(9);
        assertThat(manifest.packages(Section.MICROSOFT_FEATURES))
                .hasSize(129)
                .allMatch(each -> !each.featureIds().isEmpty());
        assertThat(manifest.packages(Section.RELEASE))
                .extracting(FeaturePackage::selectedBy)
                .containsOnly("Production");
        FeaturePackage first = manifest.packages().get(0);
        assertThat(first.name()).isEqualTo("microsoft.mobilecore.updateos.cab");
        assertThat(first.path()).isEqualTo("$(mspackageroot)\\mobilecore\\$(cputype)\\$(buildtype)");
        assertThat(first.partition()).isEqualTo("UpdateOS");
        assertThat(manifest.groups())
                .hasSize(23)
                .filteredOn(each -> !each.subGroups().isEmpty())
                .hasSize(2);
        assertThat(manifest.conditionalFeatures())
                .hasSize(43)
                .filteredOn(each -> "Add".equals(each.updateAction()))
                .singleElement()
                .extracting(each ->
                        each.condition() == null ? null : each.condition().operator())
                .isEqualTo("EXISTS");
    }

    @Test
    void writesTheManifestOfTheRealSystemByteForByte() throws IOException {
        Path file = Samples.fileOrSkip("device-lumia930", "MicrosoftPhoneFM.xml");

        assertThat(read(file).toBytes()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void keepsEveryValueOfRealManifestsThatPeopleWrote() throws IOException {
        for (Path file : Samples.filesOrSkip("fm.xml")) {
            FeatureManifest manifest = read(file);
            assertThat(manifest.packages()).as(file.toString()).isNotEmpty();
            assertThat(reread(manifest.toBytes()))
                    .as(file.toString())
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .isEqualTo(manifest);
        }
    }

    @Test
    void readsTheManifestOfARealBoard() throws IOException {
        FeatureManifest manifest = read(Samples.fileOrSkip("featuremanifest", "RPiFM.xml"));

        assertThat(manifest.packages(Section.DEVICE_LAYOUT))
                .extracting(FeaturePackage::selectedBy)
                .containsExactly("RPi", "RPi-R");
        assertThat(manifest.packages(Section.OEM_DEVICE_PLATFORM))
                .extracting(FeaturePackage::name)
                .containsExactly("%OEM_NAME%.DeviceLayout.MBR4GB.cab", "%OEM_NAME%.DeviceLayout.MBR8GB-R.cab");
        assertThat(manifest.packages(Section.OEM_FEATURES))
                .filteredOn(each -> each.featureIds().contains("RPI2_GPIO_DRIVER"))
                .extracting(FeaturePackage::name)
                .containsExactly("%OEM_NAME%.RPi.bcmgpio.cab");
        assertThat(manifest.groups()).isEmpty();
    }

    @Test
    void readsSectionsInAnyOrder() throws IOException {
        assertThat(reread(FULL.getBytes(StandardCharsets.UTF_8))).isEqualTo(FULL_VALUE);
    }

    @Test
    void writesSectionsInTheOrderOfTheTools() {
        assertThat(new String(FULL_VALUE.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="utf-8"?>
                <FeatureManifest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ID="F" OwnerName="Contoso" xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                  <BootLocalePackageFile Path="p" Name="$(bootlocale).cab" />
                  <Features>
                    <OEM>
                      <PackageFile Name="a.cab">
                        <FeatureIDs>
                          <FeatureID>A</FeatureID>
                          <FeatureID>B</FeatureID>
                        </FeatureIDs>
                      </PackageFile>
                    </OEM>
                    <OEMConditionalFeatures>
                      <ConditionalFeature UpdateAction="Install" FeatureID="A">
                        <ConditionSet Operator="OR">
                          <Conditions>
                            <Condition Type="Feature" Name="B" FMID="F" FeatureStatus="Installed" />
                          </Conditions>
                          <ConditionSets>
                            <ConditionSet Operator="AND" />
                          </ConditionSets>
                        </ConditionSet>
                      </ConditionalFeature>
                    </OEMConditionalFeatures>
                    <OEMFeatureGroups>
                      <FeatureGroup Name="G" Constraint="ZeroOrOne">
                        <FeatureIDs>
                          <FeatureID>A</FeatureID>
                        </FeatureIDs>
                        <SubGroups>
                          <FeatureGroup FMID="F">
                            <FeatureIDs />
                          </FeatureGroup>
                        </SubGroups>
                      </FeatureGroup>
                    </OEMFeatureGroups>
                  </Features>
                  <SOCPackages>
                    <PackageFile Name="s.cab" SOC="QC1" />
                  </SOCPackages>
                </FeatureManifest>""".replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<BasePackages><PackageFile Path='p'/></BasePackages>|2:38: element 'PackageFile' has no attribute 'Name'",
                "<SOCPackages><PackageFile Name='n'/></SOCPackages>|2:37: element 'PackageFile' has no attribute 'SOC'",
                "<ReleasePackages><PackageFile Name='n'/></ReleasePackages>|2:41: element 'PackageFile' has no attribute"
                        + " 'ReleaseType'",
                "<PrereleasePackages><PackageFile Name='n'/></PrereleasePackages>|2:44: element 'PackageFile' has no"
                        + " attribute 'Type'",
                "<DeviceSpecificPackages><PackageFile Name='n'/></DeviceSpecificPackages>|2:48: element 'PackageFile' has no"
                        + " attribute 'Device'",
                "<Features><OEM><PackageFile Name='n'><FeatureIDs/></PackageFile></OEM></Features>|2:38: element"
                        + " 'PackageFile' has no 'FeatureID'",
                "<BasePackages/><BasePackages/>|2:31: element 'BasePackages' occurs twice in 'FeatureManifest'",
            })
    void refusesPackagesThatNothingCouldSelect(String content, String complaint) {
        assertThatThrownBy(() -> reread((ROOT + content + "</FeatureManifest>").getBytes(StandardCharsets.UTF_8)))
                .hasMessage("FM.xml:" + complaint);
    }

    @Test
    void refusesGroupsNestedWithoutEnd() {
        String deep = "<FeatureGroup><SubGroups>".repeat(40) + "</SubGroups></FeatureGroup>".repeat(40);

        assertThatThrownBy(() -> reread((ROOT + "<Features><OEMFeatureGroups>" + deep
                                + "</OEMFeatureGroups></Features></FeatureManifest>")
                        .getBytes(StandardCharsets.UTF_8)))
                .hasMessageEndingWith("elements are nested more than 64 deep");
    }

    private static FeatureManifest read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FeatureManifest.read(source, FormatLimits.defaults());
        }
    }

    private static FeatureManifest reread(byte[] xml) throws IOException {
        return FeatureManifest.read(ByteSource.of("FM.xml", xml), FormatLimits.defaults());
    }
}
