package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateHistoryTest {
    private static final String START =
            "<UpdateHistory xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'><UpdateEvents>\n";
    private static final String END = "</UpdateEvents></UpdateHistory>";

    @Test
    void readsTheHistoryOfARealPhone() throws IOException {
        UpdateHistory history;
        try (ByteSource source = ByteSource.open(Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml"))) {
            history = UpdateHistory.read(source, FormatLimits.defaults());
        }

        assertThat(history.events()).hasSize(12);
        assertThat(history.events())
                .extracting(UpdateEvent::sequence)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(history.events())
                .extracting(event -> event.packages().size())
                .containsExactly(157, 131, 133, 5, 5, 0, 139, 139, 148, 148, 148, 148);
        assertThat(history.events().get(5).updateState()).isEqualTo("Staging Failed");
        assertThat(history.events().get(5).overallResult()).isEqualTo(0x800B0101);
        assertThat(history.events().get(0).dateTime()).isEqualTo("2015-06-15T17:52:13Z:: ");
        List<HistoryPackage> imaged = history.events().get(0).packages();
        assertThat(imaged).filteredOn(p -> !"Microsoft".equals(p.ownerType())).hasSize(22);
        assertThat(imaged).extracting(HistoryPackage::packageType).containsOnly("Invalid");
        assertThat(imaged)
                .filteredOn(p -> p.name().equals("Nokia.BASE.Phone.EFIESP"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.version()).isEqualTo(FirmwareVersion.parse("2540.19.15236.45008"));
                    assertThat(p.groupingKey()).isEqualTo("BASE.Phone");
                    assertThat(p.fileName()).isEqualTo("Nokia.BASE.Phone.EFIESP.spkg");
                });
        assertThat(history.installedPackages()).hasSize(168);
        assertThat(history.installedPackages())
                .extracting(p -> p.identity().key())
                .doesNotHaveDuplicates();
    }

    @Test
    void readsEveryFieldInAnyOrder() throws IOException {
        String xml = START
                + "<UpdateEvent><UpdateOSOutput><Disks><Disk><StoreId><Guid>g</Guid></StoreId></Disk></Disks>"
                + "<Progress><TotalIncrements>7</TotalIncrements><CompletedIncrements>3</CompletedIncrements></Progress>"
                + "<Packages><Package><Result>-2146762495</Result><Stomped>true</Stomped>"
                + "<SourceVersion>1.2.3.3</SourceVersion><PackageStyle>CBS</PackageStyle><TargetGroups>a;b</TargetGroups>"
                + "<Description>what</Description><InstalledSize>7</InstalledSize><IsSelfUpdate>x</IsSelfUpdate>"
                + "<PackageFile>\\\\?\\c:\\out\\A.B.C.spkg</PackageFile><PackageType>Canonical</PackageType>"
                + "<PackageIdentity>A.B.C~1~arm~~1.2.3.4</PackageIdentity><Unknown>x</Unknown>"
                + "<IsBinaryPartition>false</IsBinaryPartition><IsRemoval>true</IsRemoval><GroupingKey>G</GroupingKey>"
                + "<Partition>MainOS</Partition><Platform>P</Platform><Culture>de-de</Culture><CpuType>ARM</CpuType>"
                + "<BuildType>Retail</BuildType><OwnerType>OEM</OwnerType><ReleaseType>Production</ReleaseType>"
                + "<Identity><Version Build='4' QFE='3' Minor='2' Major='01'/><SubComponent>C</SubComponent>"
                + "<Component>B</Component><Owner>A</Owner></Identity>"
                + "</Package></Packages><UpdateState>update complete</UpdateState><OverallResult>-2147024891</OverallResult>"
                + "<Description>text</Description></UpdateOSOutput>"
                + "<Summary>sum</Summary><DateTime>2016-03-01T10:20:30Z:: </DateTime><Sequence>1</Sequence></UpdateEvent>"
                + END;

        HistoryPackage expected = new HistoryPackage(
                new PackageIdentity("A", "B", "C", "de-de", null),
                FirmwareVersion.parse("1.2.3.4"),
                "Production",
                "OEM",
                "Retail",
                "ARM",
                "MainOS",
                "P",
                "G",
                true,
                false,
                "\\\\?\\c:\\out\\A.B.C.spkg",
                "A.B.C~1~arm~~1.2.3.4",
                "Canonical",
                new HistoryPackage.Details("what", "a;b", "CBS", "1.2.3.3", "true", 0x800B0101));
        assertThat(read(xml))
                .isEqualTo(new UpdateHistory(List.of(new UpdateEvent(
                        1,
                        "2016-03-01T10:20:30Z:: ",
                        "sum",
                        new UpdateOutput(
                                "text",
                                -2147024891,
                                "update complete",
                                new UpdateOutput.Progress(3, 7),
                                List.of(expected))))));
    }

    @Test
    void knowsWhatIsInstalledAfterUpdatesAndRemovals() throws IOException {
        UpdateHistory history = read(START
                + event(3, "Update Complete", entry("a", "1.0.0.2", false) + entry("b", "65535.0.0.0", true))
                + event(2, "Staging Complete", entry("a", "1.0.0.9", false))
                + event(1, "UPDATE COMPLETE", entry("A", "1.0.0.1", false) + entry("B", "1.0.0.1", false))
                + event(4, "Staging Failed", "")
                + END);

        assertThat(history.installedPackages())
                .extracting(p -> p.name() + " " + p.version())
                .containsExactly("Contoso.a 1.0.0.2");
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        assertThat(read("\ufeff" + START + event(1, "Update Complete", "") + END)
                        .events())
                .hasSize(1);
    }

    @Test
    void tellsWhichPackagesOfAnEventAreDuplicates() throws IOException {
        UpdateHistory history = read(START
                + event(
                        1,
                        "Update Complete",
                        entry("a", "1.0.0.1", false) + entry("b", "1.0.0.2", false) + entry("A", "1.0.0.3", true))
                + event(2, "Update Complete", entry("a", "1.0.0.4", false))
                + END);

        assertThat(history.events())
                .extracting(event -> event.output().duplicates().stream()
                        .map(each -> each.name() + " " + each.version())
                        .toList())
                .containsExactly(List.of("Contoso.A 1.0.0.3"), List.of());
    }

    @Test
    void acceptsAHistoryWithoutEvents() throws IOException {
        assertThat(read("<UpdateHistory xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'/>")
                        .events())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <UpdateEvent></UpdateEvent>|UpdateHistory.xml:2:14: element 'UpdateEvent' has no 'Sequence'
                    <UpdateEvent><Sequence>one</Sequence></UpdateEvent>|UpdateHistory.xml:2:24: element 'Sequence' is not a whole number: 'one'
                    <UpdateEvent><Sequence>1</Sequence></UpdateEvent>|UpdateHistory.xml:2:14: element 'UpdateEvent' has no 'UpdateOSOutput'
                    <UpdateEvent><Sequence>1</Sequence><UpdateOSOutput><OverallResult>0</OverallResult></UpdateOSOutput></UpdateEvent>|UpdateHistory.xml:2:52: element 'UpdateOSOutput' has no 'UpdateState'
                    <UpdateEvent><Sequence>1</Sequence><UpdateOSOutput><Progress><TotalIncrements>1</TotalIncrements></Progress></UpdateOSOutput></UpdateEvent>|UpdateHistory.xml:2:62: element 'Progress' has no 'CompletedIncrements'
                    <UpdateEvent><Sequence>1</Sequence><UpdateOSOutput><OverallResult>4294967296</OverallResult></UpdateOSOutput></UpdateEvent>|UpdateHistory.xml:2:67: element 'OverallResult' is not a whole number: '4294967296'
                    """)
    void pointsAtABrokenEvent(String event, String message) {
        assertThatThrownBy(() -> read(START + event + END))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void pointsAtABrokenPackage() {
        assertThatThrownBy(() -> read(START + event(1, "Update Complete", entry("x", "1.0.0.65536", false)) + END))
                .hasMessageStartingWith("UpdateHistory.xml:2:")
                .hasMessageEndingWith("the version is not four numbers from 0 to 65535: '1.0.0.65536'");
        assertThatThrownBy(() -> read(START
                        + event(
                                1,
                                "Update Complete",
                                entry("x", "1.0.0.1", false)
                                        .replace("<Owner>", "<Own>")
                                        .replace("</Owner>", "</Own>"))
                        + END))
                .hasMessageEndingWith("element 'Identity' lacks 'Owner'");
        assertThatThrownBy(() -> read(START
                        + event(
                                1,
                                "Update Complete",
                                entry("x", "1.0.0.1", false).replace(" QFE='0'", ""))
                        + END))
                .hasMessageEndingWith("element 'Version' has no attribute 'QFE'");
        assertThatThrownBy(() -> read(START
                        + event(
                                1,
                                "Update Complete",
                                entry("x", "1.0.0.1", false).replace("PackageFile>", "Package_>"))
                        + END))
                .hasMessageEndingWith("element 'Package' has no 'PackageFile'");
        assertThatThrownBy(() -> read(START
                        + event(
                                1,
                                "Update Complete",
                                entry("x", "1.0.0.1", false)
                                        .replace("</PackageFile>", "</PackageFile><Result>bad</Result>"))
                        + END))
                .hasMessageEndingWith("element 'Result' is not a whole number: 'bad'");
        assertThatThrownBy(() -> read(START
                        + event(
                                1,
                                "Update Complete",
                                entry("x", "1.0.0.1", false).replace(">false<", ">no<"))
                        + END))
                .hasMessageEndingWith("element 'IsRemoval' is neither 'true' nor 'false': 'no'");
    }

    private static String event(int sequence, String state, String packages) {
        return "<UpdateEvent><Sequence>" + sequence + "</Sequence><UpdateOSOutput><OverallResult>0</OverallResult>"
                + "<UpdateState>" + state + "</UpdateState><Packages>" + packages + "</Packages></UpdateOSOutput>"
                + "</UpdateEvent>";
    }

    private static String entry(String component, String version, boolean removal) {
        String[] v = version.split("\\.");
        return "<Package><Identity><Owner>Contoso</Owner><Component>" + component + "</Component>"
                + "<Version Major='%s' Minor='%s' QFE='%s' Build='%s'/>".formatted((Object[]) v) + "</Identity>"
                + "<IsRemoval>" + removal + "</IsRemoval><PackageFile>c:\\x.spkg</PackageFile></Package>";
    }

    private static UpdateHistory read(String xml) throws IOException {
        return UpdateHistory.read(
                ByteSource.of("UpdateHistory.xml", xml.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
    }
}
