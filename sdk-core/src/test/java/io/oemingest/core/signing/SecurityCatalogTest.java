package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.LIMITS;
import static io.oemingest.core.signing.TestPackages.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityCatalogTest {
    private static final SecurityCatalogBuilder BUILDER = new SecurityCatalogBuilder(TIME);

    @Test
    void readsWhatTheBuilderWrites() throws Exception {
        List<CatalogSubject> subjects =
                List.of(subject("a.dll", Kind.PE), subject("b.xap", Kind.CABINET), subject("c.txt", Kind.FLAT));
        SecurityCatalog catalog = read(BUILDER.unsignedCatalog("Contoso.Sample.MainOS", subjects));
        assertThat(catalog.version()).isEqualTo(2);
        assertThat(catalog.packageName()).isEqualTo("Contoso.Sample.MainOS");
        assertThat(catalog.attributes())
                .isEqualTo(Map.of("PackageName", "Contoso.Sample.MainOS", "OSAttr", "2:6.1,2:6.0,2:5.2,2:5.1"));
        assertThat(catalog.signature()).isNull();
        List<CatalogMember> expected = new ArrayList<>();
        for (CatalogSubject subject : subjects) {
            for (Digest digest : List.of(subject.sha256(), subject.sha1())) {
                expected.add(new CatalogMember(digest.hex(), digest, subject.kind(), Map.of()));
            }
        }
        expected.sort(Comparator.comparing(CatalogMember::tag));
        assertThat(catalog.members()).containsExactlyElementsOf(expected);
    }

    @Test
    void sameSubjectsGiveSameBytesInAnyOrder() throws Exception {
        CatalogSubject one = subject("one", Kind.FLAT);
        CatalogSubject two = subject("two", Kind.FLAT);
        byte[] catalog = BUILDER.unsignedCatalog("P", List.of(one, two));
        assertThat(BUILDER.unsignedCatalog("P", List.of(two, one, two))).isEqualTo(catalog);
        assertThat(BUILDER.unsignedCatalog("Q", List.of(one, two)))
                .hasSameSizeAs(catalog)
                .isNotEqualTo(catalog);
    }

    @Test
    void readsAVersion1CatalogOfAFlashImage() throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA1, ByteSource.of("table", new byte[] {1, 2, 3}));
        byte[] unsigned = CatalogForgery.version1List("HashTable.blob", digest).unsigned();
        SecurityCatalog catalog = read(unsigned);
        assertThat(unsigned).hasSize(328);
        assertThat(catalog.version()).isEqualTo(1);
        assertThat(catalog.members()).containsExactly(new CatalogMember("HashTable.blob", digest, Kind.FLAT, Map.of()));
    }

    @Test
    void aVersion1TagOfHexMustBeTheDigest() throws Exception {
        Digest digest = Digest.of(DigestAlgorithm.SHA1, new byte[20]);
        assertThat(read(CatalogForgery.version1("00".repeat(20), digest)).members())
                .hasSize(1);
        assertRefused(
                CatalogForgery.version1("11".repeat(20), digest),
                "has the tag " + "11".repeat(20) + " for the digest " + "00".repeat(20));
    }

    @Test
    void refusesARepeatedTag() throws Exception {
        byte[] good = BUILDER.unsignedCatalog("P", List.of(subject("one", Kind.FLAT)));
        assertRefused(
                CatalogForgery.of(good).repeatFirst().unsigned(),
                "repeats the tag " + read(good).members().get(0).tag());
    }

    @Test
    void refusesAListForAnotherUse() throws Exception {
        byte[] good = BUILDER.unsignedCatalog("P", List.of(subject("one", Kind.FLAT)));
        assertRefused(CatalogForgery.of(good).usage("1.3.6.1.4.1.311.10.3.1").unsigned(), "is no catalog's usage");
    }

    @Test
    void refusesAMessageThatIsNoCatalog() throws Exception {
        byte[] other = Forgery.by(TestPackages.OEM_SIGNER).message(new byte[] {0x30, 0x00});
        assertRefused(other, "is a signature of something else than a catalog");
    }

    @Test
    void refusesMoreThanTheLimits() throws Exception {
        byte[] catalog = BUILDER.unsignedCatalog("P", List.of(subject("one", Kind.FLAT), subject("two", Kind.FLAT)));
        assertThatThrownBy(() -> SecurityCatalog.read(ByteSource.of("a.cat", catalog), LIMITS.withMaxMembers(1)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith(": lists 4 entries, more than 2");
        assertThatThrownBy(() -> SecurityCatalog.read(ByteSource.of("a.cat", catalog), LIMITS.withMaxInMemory(100)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cat (catalog): has " + catalog.length + " bytes, more than the 100 allowed");
    }

    @Test
    void everyTruncationIsRefused() throws Exception {
        byte[] catalog = BUILDER.unsignedCatalog("P", List.of(subject("one", Kind.FLAT)));
        for (int length = 0; length < catalog.length; length++) {
            byte[] cut = Arrays.copyOf(catalog, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void everyChangedByteIsReadOrRefused() throws Exception {
        byte[] catalog = BUILDER.unsignedCatalog("P", List.of(subject("one", Kind.PE)));
        int refused = 0;
        for (int at = 0; at < catalog.length; at++) {
            byte[] changed = catalog.clone();
            changed[at] ^= (byte) 0x81;
            try {
                read(changed);
            } catch (MalformedFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(catalog.length / 2, catalog.length);
    }

    private static void assertRefused(byte[] catalog, String problem) {
        assertThatThrownBy(() -> read(catalog))
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static SecurityCatalog read(byte[] bytes) throws IOException {
        return SecurityCatalog.read(ByteSource.of("a.cat", bytes), LIMITS);
    }

    private static CatalogSubject subject(String name, Kind kind) throws IOException {
        ByteSource content = ByteSource.of(name, name.getBytes(StandardCharsets.UTF_8));
        return new CatalogSubject(name, kind, Digest.sha256(content), Digest.of(DigestAlgorithm.SHA1, content));
    }
}
