package io.oemingest.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignerCertificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InspectionTextTest {
    private static final Instant THEN = Instant.parse("2016-01-01T00:00:00Z");

    @Test
    void alignsFactsAndColumnsAndLeavesOutWhatIsAbsent() {
        Facts facts = new Facts()
                .put("name", "Contoso")
                .put("ownerType", null)
                .put("removal", false)
                .put("totalSectors", 7)
                .group("inner", inner -> inner.put("longerKey", "x").put("key", List.of("a", "b")))
                .table(
                        "rows",
                        List.of(5, 1234),
                        (row, each) -> row.put("text", "n" + each)
                                .put("number", each == 5 ? null : each)
                                .put("nothing", null))
                .table("none", List.of(), (row, each) -> {});

        assertThat(text(facts)).isEqualTo("""
                file
                  name           Contoso
                  removal        no
                  total sectors  7
                  inner
                    longer key  x
                    key         a, b
                  rows: 2
                    text   number
                    n5
                    n1234    1234
                  none: none
                """);
    }

    @Test
    void cutsLongTablesAndTextsUnlessTheWholeIsWanted() {
        List<Integer> numbers = IntStream.rangeClosed(1, 25).boxed().toList();
        Facts facts = new Facts()
                .put("long", "x".repeat(200))
                .table(
                        "rows",
                        numbers,
                        (row, each) -> row.put("cell", "y".repeat(90)).put("number", each))
                .each("groups", numbers, each -> "group " + each, (group, each) -> group.put("number", each));

        assertThat(text(facts).lines())
                .hasSize(2 + 1 + 1 + 20 + 1 + 1 + 2 * 20 + 1)
                .contains(
                        "  long  " + "x".repeat(160) + " ...",
                        "    " + "y".repeat(72) + " ...      20",
                        "    ... 5 more");
        assertThat(new InspectionText(true).write("file", facts.items()).lines())
                .hasSize(2 + 1 + 1 + 25 + 1 + 2 * 25)
                .contains("  long  " + "x".repeat(200), "    " + "y".repeat(90) + "      25");
    }

    @Test
    void letsNoCharacterOutOfAFileSteerTheTerminal() {
        String hostile = "a\u001b[2J\n\u009b31m\u202eb\u2028\ud800";
        Facts facts = new Facts()
                .put("value", hostile)
                .each("groups", List.of(hostile), each -> each, (group, each) -> group.put("value", each))
                .table("rows", List.of(hostile), (row, each) -> row.put("cell", each));
        String visible = "a\\u001b[2J\\u000a\\u009b31m\\u202eb\\u2028\\ud800";

        assertThat(new InspectionText(false).write(hostile, facts.items()).lines())
                .containsExactly(
                        visible,
                        "  value  " + visible,
                        "  groups: 1",
                        "    " + visible,
                        "      value  " + visible,
                        "  rows: 1",
                        "    cell",
                        "    " + visible);
    }

    @Test
    void namesUsagesAndNestsSignatures() {
        CodeSignature inner = signature(DigestAlgorithm.SHA256, List.of());
        Facts facts = new Facts();
        SignatureTelling.tellUnderHeading(facts, signature(DigestAlgorithm.SHA1, List.of(inner)));

        assertThat(text(facts)).isEqualTo("""
                file
                  signature
                    subject           CN=Signer
                    issuer            CN=Issuer
                    serial            1
                    thumbprint        00ff
                    not before        2016-01-01T00:00:00Z
                    not after         2016-01-01T00:00:00Z
                    usages            1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.76.5.20 (hal), 1.2.3
                    digest algorithm  SHA-1
                    nested: 1
                      nested signature
                        subject           CN=Signer
                        issuer            CN=Issuer
                        serial            1
                        thumbprint        00ff
                        not before        2016-01-01T00:00:00Z
                        not after         2016-01-01T00:00:00Z
                        usages            1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.76.5.20 (hal), 1.2.3
                        digest algorithm  SHA-256
                """);
        assertThat(new Inspection(new Inspector.Kind("pe", "PE image"), "a", facts.items()).toJson())
                .contains("""
                    "usages": [
                      {
                        "oid": "1.3.6.1.5.5.7.3.3",
                        "name": "code signing"
                      },
                      {
                        "oid": "1.3.6.1.4.1.311.76.5.20",
                        "name": "hal"
                      },
                      {
                        "oid": "1.2.3"
                      }
                    ],
                """);
    }

    @Test
    void roundsBytesForPeopleOnly() {
        assertThat(List.of(Value.bytes(0), Value.bytes(1023), Value.bytes(1536), Value.bytes(5L << 40)))
                .extracting(Value::json, Value::text)
                .containsExactly(
                        tuple(0L, "0 bytes"),
                        tuple(1023L, "1023 bytes"),
                        tuple(1536L, "1536 bytes (1.5 KiB)"),
                        tuple(5L << 40, "5497558138880 bytes (5.0 TiB)"));
        assertThat(Megabytes.of(Long.MAX_VALUE, 4096)).isEqualTo(Long.MAX_VALUE / 256 + 1);
    }

    private static String text(Facts facts) {
        return new InspectionText(false).write("file", facts.items());
    }

    private static CodeSignature signature(DigestAlgorithm algorithm, List<CodeSignature> nested) {
        SignerCertificate signer = new SignerCertificate(
                "CN=Signer",
                "CN=Issuer",
                "1",
                "00ff",
                THEN,
                THEN,
                List.of("1.3.6.1.5.5.7.3.3", "1.3.6.1.4.1.311.76.5.20", "1.2.3"));
        return new CodeSignature(signer, algorithm, null, null, false, null, null, nested);
    }
}
