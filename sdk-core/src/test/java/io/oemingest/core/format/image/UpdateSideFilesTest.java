package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateSideFilesTest {
    private static final String NAMESPACE = " xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n";
    static final String INPUT = "<UpdateOSInput" + NAMESPACE + """
            <PackageFiles><PackageFile>C:\\a.spkg</PackageFile><PackageFile>C:\\b.spkg</PackageFile></PackageFiles>
            <UpdateOSMode>old</UpdateOSMode><DateTime>2015-08-21T09:13:28Z</DateTime><Description>d</Description>
            </UpdateOSInput>""";
    static final String OUTPUT = "<UpdateOSOutput" + NAMESPACE + """
            <UpdateState>Update Complete</UpdateState><OverallResult>0</OverallResult><Packages><Package>
            <PackageFile>C:\\O.C.spkg</PackageFile><Identity><Owner>O</Owner><Component>C</Component>
            <Version Major="1" Minor="2" QFE="3" Build="4"/></Identity></Package></Packages></UpdateOSOutput>""";

    @Test
    void readsAnInput() throws IOException {
        assertThat(input(INPUT))
                .isEqualTo(new UpdateInput(
                        "d",
                        "2015-08-21T09:13:28Z",
                        new UpdateInput.Earlier("old", null, null),
                        List.of("C:\\a.spkg", "C:\\b.spkg")));
        assertThat(input("<UpdateOSInput" + NAMESPACE + "</UpdateOSInput>"))
                .isEqualTo(new UpdateInput(null, "0001-01-01T00:00:00", List.of()));
    }

    @Test
    void readsAnOutput() throws IOException {
        UpdateOutput output = output(OUTPUT);

        assertThat(output.updateState()).isEqualTo("Update Complete");
        assertThat(output.overallResult()).isZero();
        assertThat(output.description()).isNull();
        assertThat(output.packages())
                .extracting(HistoryPackage::name, each -> each.version().toString(), HistoryPackage::fileName)
                .containsExactly(tuple("O.C", "1.2.3.4", "O.C.spkg"));
    }

    @Test
    void readsTheOutputOfEveryEventOfARealPhone() throws IOException {
        Path file = Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml");
        String[] parts = Files.readString(file).split("<UpdateOSOutput>", -1);

        UpdateHistory history =
                UpdateHistory.read(ByteSource.of("h", Files.readAllBytes(file)), FormatLimits.defaults());
        assertThat(history.events()).hasSize(parts.length - 1);
        for (int i = 1; i < parts.length; i++) {
            UpdateEvent event = history.events().get(i - 1);
            String end = "</UpdateOSOutput>";
            String document = "<UpdateOSOutput" + NAMESPACE + parts[i].substring(0, parts[i].indexOf(end)) + end;
            assertThat(output(document)).isEqualTo(event.output());
        }
    }

    @Test
    void refusesWhatTheSchemasRefuse() {
        assertThatThrownBy(() -> input("<UpdateOSOutput" + NAMESPACE + "</UpdateOSOutput>"))
                .hasMessage("side.xml:1:83: the root element is 'UpdateOSOutput', expected 'UpdateOSInput'");
        assertThatThrownBy(() -> input(
                        "<UpdateOSInput" + NAMESPACE + "<PackageFiles><PackageFile/></PackageFiles></UpdateOSInput>"))
                .hasMessage("side.xml:2:29: element 'PackageFile' is empty");
        assertThatThrownBy(() -> output("<UpdateOSOutput" + NAMESPACE + "</UpdateOSOutput>"))
                .hasMessage("side.xml:1:83: element 'UpdateOSOutput' has no 'OverallResult'");
        assertThatThrownBy(() -> output(OUTPUT.replace(">0<", ">zero<")))
                .hasMessage("side.xml:2:58: element 'OverallResult' is not a whole number: 'zero'");
        assertThatThrownBy(() -> output(OUTPUT.replace("Update Complete", "")))
                .hasMessage("side.xml:2:14: element 'UpdateState' is empty");
    }

    private static UpdateInput input(String xml) throws IOException {
        return UpdateInput.read(source(xml), FormatLimits.defaults());
    }

    private static UpdateOutput output(String xml) throws IOException {
        return UpdateOutput.read(source(xml), FormatLimits.defaults());
    }

    private static ByteSource source(String xml) {
        return ByteSource.of("side.xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
