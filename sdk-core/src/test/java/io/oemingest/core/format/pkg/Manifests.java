package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Manifests by hand, and cabinets around them. */
final class Manifests {
    static final String DSM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Package xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <Identity>
                <Owner>Contoso</Owner>
                <Component>BASE.Phone</Component>
                <SubComponent>PLAT</SubComponent>
                <Version Major="1" Minor="40" QFE="55" Build="808" />
              </Identity>
              <ReleaseType>Production</ReleaseType>
              <OwnerType>OEM</OwnerType>
              <BuildType>Retail</BuildType>
              <CpuType>ARM</CpuType>
              <Partition>PLAT</Partition>
              <GroupingKey>BASE.Phone</GroupingKey>
              <IsRemoval>false</IsRemoval>
              <Files>
                <FileEntry>
                  <FileType>Manifest</FileType>
                  <DevicePath>\\Windows\\Packages\\DsmFiles\\Contoso.BASE.Phone.PLAT.dsm.xml</DevicePath>
                  <CabPath>man.dsm.xml</CabPath>
                  <Attributes>Archive</Attributes>
                  <FileSize>1</FileSize>
                  <CompressedFileSize>2</CompressedFileSize>
                </FileEntry>
                <FileEntry>
                  <FileType>Catalog</FileType>
                  <DevicePath>\\Windows\\System32\\catroot\\Contoso.BASE.Phone.PLAT.cat</DevicePath>
                  <CabPath>content.cat</CabPath>
                  <Attributes>Archive Compressed</Attributes>
                  <FileSize>3</FileSize>
                </FileEntry>
                <FileEntry>
                  <FileType>Regular</FileType>
                  <DevicePath>\\ACPI\\dsdt.aml</DevicePath>
                  <CabPath>2_dsdt.aml</CabPath>
                  <Attributes>Archive Compressed</Attributes>
                  <FileSize>4</FileSize>
                  <CompressedFileSize>5</CompressedFileSize>
                  <StagedFileSize>6</StagedFileSize>
                </FileEntry>
              </Files>
            </Package>""";

    static final String MUM = """
            <?xml version="1.0" encoding="utf-8"?>
            <assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">
              <assemblyIdentity name="Contoso.Sample.MainOS" version="1.40.55.808" language="neutral" processorArchitecture="arm" publicKeyToken="628844477771337a" buildType="release" />
              <package identifier="Contoso.Sample.MainOS" releaseType="Update" restart="possible" targetPartition="MainOS" binaryPartition="false">
                <customInformation>
                  <phoneInformation phoneRelease="Production" phoneOwnerType="OEM" phoneOwner="Contoso" phoneComponent="Sample" phoneSubComponent="MainOS" phoneGroupingKey="" />
                  <file name="\\update.mum" size="0" cabpath="update.mum" />
                  <file name="\\catroot\\update.cat" size="10" staged="11" compressed="12" cabpath="update.cat" />
                  <file name="\\x.dll" size="4" cabpath="arm\\x.dll" hash="%s" />
                </customInformation>
                <update name="Contoso_Sample_MainOS"><component /></update>
              </package>
            </assembly>""".formatted("AB".repeat(32));

    private Manifests() {}

    /** A cabinet in {@code folder} with these members, read as a package. */
    static FirmwarePackage read(Path folder, Map<String, String> members) throws IOException {
        return read(folder, members, FormatLimits.defaults());
    }

    static FirmwarePackage read(Path folder, Map<String, String> members, FormatLimits limits) throws IOException {
        Path file = write(folder, "test.spkg", members);
        return FirmwarePackage.read(ByteSource.of("test.spkg", Files.readAllBytes(file)), limits);
    }

    /** A cabinet in {@code folder} with these members. */
    static Path write(Path folder, String fileName, Map<String, String> members) throws IOException {
        Path file = folder.resolve(fileName);
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        members.forEach((name, text) -> writer.add(name, ByteSource.of(name, text.getBytes(StandardCharsets.UTF_8))));
        writer.writeTo(file);
        return file;
    }
}
