package io.oemingest.samples;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageStyle;
import java.util.List;
import java.util.stream.Collectors;

/** The two documents of the Contoso image build, in the layout that the imaging tools write. */
final class SampleDocuments {
    private static final String IMAGE_UPDATE = "http://schemas.microsoft.com/embedded/2004/10/ImageUpdate";
    /** Where the build wrote the packages, on the machine that built the image. */
    static final String BUILD_OUTPUT = "c:\\contoso\\prebuilt";

    private static final String DESCRIPTION = "Contoso Demo retail image";

    private SampleDocuments() {}

    /** A history of one event: the build of the image out of these packages. */
    static String updateHistory(List<SamplePackage> packages) {
        return historyOf(packages.stream().map(SampleDocuments::entry).collect(Collectors.joining()));
    }

    /** A history of one event with these {@code Package} elements. */
    static String historyOf(String entries) {
        return windowsLines("""
                <?xml version="1.0" encoding="UTF-8"?>
                <UpdateHistory xmlns="%s">
                  <UpdateEvents>
                    <UpdateEvent>
                      <Sequence>1</Sequence>
                      <DateTime>2016-03-01T10:20:30Z:: </DateTime>
                      <UpdateOSOutput>
                        <Description>%s</Description>
                        <OverallResult>0</OverallResult>
                        <UpdateState>Update Complete</UpdateState>
                        <Packages>
                %s        </Packages>
                      </UpdateOSOutput>
                    </UpdateEvent>
                  </UpdateEvents>
                </UpdateHistory>""".formatted(IMAGE_UPDATE, DESCRIPTION, entries));
    }

    private static String entry(SamplePackage each) {
        FirmwareVersion version = each.version();
        String entry = """
                <Package>
                  <Identity>
                    <Owner>%s</Owner>
                    <Component>%s</Component>
                    <SubComponent>%s</SubComponent>
                    <Version Major="%d" Minor="%d" QFE="%d" Build="%d" />
                  </Identity>
                  <ReleaseType>%s</ReleaseType>
                  <OwnerType>OEM</OwnerType>
                  <BuildType>Retail</BuildType>
                  <CpuType>ARM</CpuType>
                  <Partition>%s</Partition>
                  <GroupingKey>%s</GroupingKey>
                  <IsRemoval>false</IsRemoval>
                  <IsBinaryPartition>false</IsBinaryPartition>
                  <PackageFile>\\\\?\\%s\\%s</PackageFile>
                %s  <PackageType>Invalid</PackageType>
                </Package>
                """.formatted(
                        SamplePackage.OWNER,
                        each.component(),
                        each.subComponent(),
                        version.major(),
                        version.minor(),
                        version.qfe(),
                        version.build(),
                        each.releaseType().text(),
                        each.partition(),
                        each.component(),
                        BUILD_OUTPUT,
                        each.fileName(),
                        packageIdentity(each));
        return entry.indent(10);
    }

    private static String packageIdentity(SamplePackage each) {
        return each.style() == PackageStyle.SPKG
                ? ""
                : "  <PackageIdentity>%s~628844477771337a~arm~~%s</PackageIdentity>\n"
                        .formatted(each.manifest().name(), each.version());
    }

    /** The input of the same build. */
    static String oemInput() {
        return windowsLines("""
                <?xml version="1.0" encoding="utf-8"?>
                <OEMInput xmlns="%s">
                  <Description>%s</Description>
                  <SV>Contoso Silicon</SV>
                  <SOC>CS8974</SOC>
                  <Device>%s</Device>
                  <ReleaseType>Production</ReleaseType>
                  <BuildType>fre</BuildType>
                  <SupportedLanguages>
                    <UserInterface>
                      <Language>en-us</Language>
                    </UserInterface>
                    <Keyboard>
                      <Language>en-us</Language>
                    </Keyboard>
                    <Speech>
                      <Language>en-us</Language>
                    </Speech>
                  </SupportedLanguages>
                  <BootUILanguage>en-us</BootUILanguage>
                  <BootLocale>en-us</BootLocale>
                  <Resolutions>
                    <Resolution>1080x1920</Resolution>
                  </Resolutions>
                  <AdditionalFMs>
                    <AdditionalFM>%%BLD_DIR%%\\MergedFMs\\ContosoFM.xml</AdditionalFM>
                  </AdditionalFMs>
                  <Features>
                    <Microsoft>
                      <Feature>RELEASE_PRODUCTION</Feature>
                    </Microsoft>
                    <OEM>
                      <Feature>CONTOSO_DRIVERS</Feature>
                    </OEM>
                  </Features>
                </OEMInput>""".formatted(IMAGE_UPDATE, DESCRIPTION, ContosoPhone.DEVICE));
    }

    private static String windowsLines(String text) {
        return text.replace("\n", "\r\n");
    }
}
