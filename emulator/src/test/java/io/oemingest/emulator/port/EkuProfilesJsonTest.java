package io.oemingest.emulator.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.signing.SigningProfileReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EkuProfilesJsonTest {
    private static final String PLATFORM_KEY = "{'id': 'Platform-Key', 'ekus': '1.3.6.1.4.1.311.76.5.500',"
            + " 'branch': 'Images', 'submissionTypes': ['FfuCatalog']}";

    @Test
    void readsWhatItWrites() throws IOException {
        EkuProfiles table = EkuProfiles.DOCUMENTED.with(EkuProfile.ofPackages(
                        "OEM-TCB", EkuCombination.of("1.3.6.1.4.1.311.76.5.40", "1.3.6.1.4.1.311.10.3.23"))
                .withSubmissionTypes(SubmissionType.PARTIAL_IMAGE));
        assertThat(read(SigningProfileReport.toJson(table.describe()))).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|$.items): is missing",
                "[]|$): should be an object, is a list",
                "{'items': []}|$.items): No profile is for the catalogs of images; keep Platform-Key",
                "{'items': [{}]}|$.items[0].id): is missing",
                "{'items': [{'id': 'A'}]}|$.items[0].ekus): is missing",
                "{'items': [{'id': 'A', 'ekus': 'x'}]}|$.items[0].ekus): Not an object identifier: 'x'",
                "{'items': [{'id': 'A', 'ekus': '1.2.3'}]}|$.items[0].branch): is missing",
                "{'items': [{'id': 'A', 'ekus': '1.2.3', 'branch': 'Drivers', 'submissionTypes': []}]}"
                        + "|$.items[0].branch): is not a known value: 'Drivers'",
                "{'items': [{'id': 'A', 'ekus': '1.2.3', 'branch': 'Packages', 'permission': 'All', 'submissionTypes': []}]}"
                        + "|$.items[0].permission): is not a known value: 'All'",
                "{'items': [{'id': 'A', 'ekus': '1.2.3', 'branch': 'Packages'}]}|$.items[0].submissionTypes): is missing",
                "{'items': [{'id': 'A', 'ekus': '1.2.3', 'branch': 'Packages', 'submissionTypes': ['Image', 'Ffu']}]}"
                        + "|$.items[0].submissionTypes): is not a known value: 'Ffu'",
                "{'items': [{'id': 'A', 'ekus': '1.2.3', 'branch': 'Packages', 'submissionTypes': ['Image']}]}"
                        + "|$.items[0]): The profile A has no usage of phones: '1.2.3'"
            })
    void saysWhereATableMakesNoSense(String json, String problem) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("table.json (" + problem);
    }

    @Test
    void twoRowsOfOneNameAreRefusedAsATable() {
        String twice = "{'items': [" + PLATFORM_KEY + ", " + PLATFORM_KEY + "]}";
        assertThatThrownBy(() -> read(twice.replace('\'', '"')))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("table.json ($.items): Two profiles have the id Platform-Key");
    }

    private static EkuProfiles read(String json) throws IOException {
        return EkuProfilesJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "table.json");
    }
}
