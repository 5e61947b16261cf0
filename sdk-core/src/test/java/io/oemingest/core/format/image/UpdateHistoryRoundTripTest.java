package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateHistoryRoundTripTest {
    private static final int DOCUMENTS = 100;

    @Test
    void writesTheHistoryOfARealPhoneByteForByte() throws IOException {
        byte[] real = Files.readAllBytes(Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml"));

        assertThat(UpdateHistory.read(source(real), FormatLimits.defaults()).toBytes())
                .isEqualTo(real);
    }

    @Test
    void readsBackTheHistoriesItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            UpdateHistory history = history(chance);

            assertThat(UpdateHistory.read(source(history.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(history);
        });
    }

    @Test
    void readsBackTheOutputsItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            UpdateOutput output = output(chance);

            assertThat(UpdateOutput.read(source(output.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(output);
        });
    }

    @Test
    void readsBackTheInputsItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            UpdateInput input = input(chance);

            assertThat(UpdateInput.read(source(input.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(input);
        });
    }

    @Test
    void writesHistoriesThatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("UpdateHistory.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(history(chance).toBytes()));
    }

    @Test
    void writesOutputsThatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("UpdateOSOutput.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(output(chance).toBytes()));
    }

    @Test
    void writesInputsThatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("UpdateOSInput.xsd");
        Chance.many(DOCUMENTS, chance -> schema.accept(input(chance).toBytes()));
    }

    @Test
    void writesAnInputInTheOrderOfItsSchema() {
        UpdateInput input = new UpdateInput(
                "a & b", UpdateInput.NO_TIME, new UpdateInput.Earlier("m", "a", "u"), List.of("C:\\a.spkg"));

        assertThat(new String(input.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <UpdateOSInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                          <Description>a &amp; b</Description>
                          <DateTime>0001-01-01T00:00:00</DateTime>
                          <UpdateOSMode>m</UpdateOSMode>
                          <UpdateApplicationMode>a</UpdateApplicationMode>
                          <UIBitmapFile>u</UIBitmapFile>
                          <PackageFiles>
                            <PackageFile>C:\\a.spkg</PackageFile>
                          </PackageFiles>
                        </UpdateOSInput>""".replace("\n", "\r\n"));
    }

    private static UpdateHistory history(Chance chance) {
        return new UpdateHistory(chance.some(
                3,
                () -> new UpdateEvent(
                        chance.integer(), chance.text() + " ", chance.maybe(chance::text), output(chance))));
    }

    private static UpdateOutput output(Chance chance) {
        return new UpdateOutput(
                chance.maybe(() -> chance.coin() ? chance.text() : ""),
                chance.integer(),
                chance.oneOf(List.of("Update Complete", "Staging Complete", "Staging Failed")),
                chance.maybe(() -> new UpdateOutput.Progress(chance.integer(), chance.integer())),
                // The schema has no empty list, which real files have.
                chance.some(4, () -> historyPackage(chance)));
    }

    private static HistoryPackage historyPackage(Chance chance) {
        return new HistoryPackage(
                new PackageIdentity(
                        chance.text(),
                        chance.text(),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text)),
                new FirmwareVersion(chance.below(65536), chance.below(65536), chance.below(65536), chance.below(65536)),
                chance.text(),
                chance.text(),
                chance.text(),
                chance.text(),
                chance.text(),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.coin(),
                chance.coin(),
                chance.text(),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                new HistoryPackage.Details(
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::text),
                        chance.maybe(chance::integer)));
    }

    private static UpdateInput input(Chance chance) {
        return new UpdateInput(
                chance.maybe(chance::text),
                chance.text(),
                new UpdateInput.Earlier(
                        chance.maybe(chance::text), chance.maybe(chance::text), chance.maybe(chance::text)),
                chance.list(4, chance::text));
    }

    private static ByteSource source(byte[] document) {
        return ByteSource.of("document.xml", document);
    }
}
