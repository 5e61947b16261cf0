package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.HAL_SIGNER;
import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static io.oemingest.core.signing.TestPackages.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages whose catalog and files do not belong together, each inside a good signature of its cabinet. */
class CatalogAttackTest {
    private static final ByteSource TEXT = ByteSource.of("t", "Hello, phone.\n".getBytes(StandardCharsets.UTF_8));
    private static final CatalogSubject STRANGE = subject("strange.txt", "strange");

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void packages() {
        packages = new TestPackages(folder);
    }

    @Test
    void acceptsAPackageThatWasPutTogetherAnew() throws Exception {
        assertThat(judged(packages.rebuilt(packages.signed(), Map.of()))).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAFileThatTheCatalogDoesNotList() throws Exception {
        assertThat(listed(subjects -> without(subjects, "hello")))
                .isEqualTo("MEMBER_NOT_IN_CATALOG: the catalog does not list this file with its present content");
    }

    @Test
    void refusesAnExtraFile() throws Exception {
        Path signed = packages.style(PackageStyle.CBS).signed();
        assertThat(judged(packages.rebuilt(signed, Map.of("extra.txt", bytes("extra")))))
                .isEqualTo("MEMBER_NOT_IN_CATALOG: the catalog does not list this file with its present content");
    }

    @Test
    void refusesAFileWithOtherContent() throws Exception {
        Path signed = packages.signed();
        String name = memberLike(signed, "hello");
        byte[] content = TestPackages.member(signed, name);
        content[0] ^= 1;
        assertThat(judged(packages.rebuilt(signed, Map.of(name, content))))
                .isEqualTo("MEMBER_NOT_IN_CATALOG: the catalog does not list this file with its present content");
    }

    @Test
    void refusesAnEntryWithoutAFile() throws Exception {
        assertThat(listed(subjects -> with(subjects, STRANGE)))
                .isEqualTo("CATALOG_ENTRY_WITHOUT_MEMBER: the catalog lists " + STRANGE.sha1()
                        + ", which no file of the package has");
    }

    @Test
    void refusesAFileThatWasEmptied() throws Exception {
        // Empty files are not in catalogs, so only the other direction can notice.
        Path signed = packages.style(PackageStyle.CBS).signed();
        String name = memberLike(signed, "hello");
        assertThat(judged(packages.rebuilt(signed, Map.of(name, new byte[0]))))
                .startsWith("CATALOG_ENTRY_WITHOUT_MEMBER: the catalog lists SHA-");
    }

    @Test
    void refusesTheCatalogOfAnotherPackage() throws Exception {
        Path signed = packages.signed();
        Path other = packages.subComponent("Other").signed();
        byte[] catalog = TestPackages.member(other, "content.cat");
        assertThat(judged(packages.rebuilt(signed, Map.of("content.cat", catalog))))
                .isEqualTo("CATALOG_OF_ANOTHER_PACKAGE: the catalog is of the package 'Contoso.Sample.Other', "
                        + "this one is 'Contoso.Sample.MainOS'");
    }

    @Test
    void refusesAKindThatTheFileIsNot() throws Exception {
        assertThat(listed(subjects -> subjects.stream()
                        .map(one -> one.name().contains("hello")
                                ? new CatalogSubject(one.name(), Kind.CABINET, one.sha256(), one.sha1())
                                : one)
                        .toList()))
                .isEqualTo("MEMBER_NOT_IN_CATALOG: the catalog lists this file as CABINET, it is FLAT");
    }

    @Test
    void refusesAnUnsignedCatalog() throws Exception {
        Path signed = packages.signed();
        byte[] catalog = TestPackages.member(packages.unsigned(), "content.cat");
        assertThat(judged(packages.rebuilt(signed, Map.of("content.cat", catalog))))
                .isEqualTo("NOT_SIGNED: has 0 signers, not one");
    }

    @Test
    void refusesACatalogByAnotherKindOfSigner() throws Exception {
        Path signed = packages.signed(
                packages.unsigned(),
                (part, name, present) -> part == SignedPart.CATALOG ? HAL_SIGNER.identity() : OEM_SIGNER.identity());
        assertThat(judged(signed))
                .isEqualTo("EKU_NOT_ALLOWED: the signer's usages are '1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20', "
                        + "required are '1.3.6.1.4.1.311.76.5.40'");
    }

    @Test
    void takesAnImageByAnotherKindOfSigner() throws Exception {
        Path signed = packages.signed(
                packages.unsigned(),
                (part, name, present) -> part == SignedPart.PE ? HAL_SIGNER.identity() : OEM_SIGNER.identity());
        assertThat(judged(signed)).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAnImageByAStranger() throws Exception {
        TestCertificate.Issued stranger =
                TestCertificate.signer(TestPackages.OEM).by(TestCertificate.root("Strange Root"));
        Path signed = packages.signed(
                packages.unsigned(),
                (part, name, present) -> part == SignedPart.PE ? stranger.identity() : OEM_SIGNER.identity());
        assertThat(judged(signed))
                .isEqualTo("UNTRUSTED_CHAIN: no path of certificates leads from 'CN=Signer (TEST ONLY)' to a trusted "
                        + "root");
    }

    @Test
    void refusesBytesHiddenBehindTheSignatureOfAnImage() throws Exception {
        Path signed = packages.signed();
        String name = memberLike(signed, "sample");
        byte[] image = TestPackages.member(signed, name);
        byte[] longer = Arrays.copyOf(image, image.length + 16);
        ByteBuffer view = ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN);
        int directory = 0x98 + 96 + 8 * 4;
        view.putInt(directory + 4, view.getInt(directory + 4) + 16);
        view.putInt(image.length, 16).putShort(image.length + 4, (short) 0x200);
        assertThat(judged(packages.rebuilt(signed, Map.of(name, longer))))
                .isEqualTo("UNSIGNED_BYTES: the certificate table is not one signature at the end of the file");
    }

    @Test
    void refusesACatalogThatRepeatsATag() throws Exception {
        Path signed = packages.signed();
        byte[] forged = CatalogForgery.of(TestPackages.member(signed, "content.cat"))
                .repeatFirst()
                .signed();
        assertThat(judged(packages.rebuilt(signed, Map.of("content.cat", forged))))
                .matches("CATALOG_MALFORMED: repeats the tag [0-9a-f]{40,64}");
    }

    @Test
    void refusesACatalogThatListsADigestUnderTwoNames() throws Exception {
        Path signed = packages.signed();
        byte[] forged = CatalogForgery.of(TestPackages.member(signed, "content.cat"))
                .repeatFirst()
                .nameFirst("another")
                .signed();
        assertThat(judged(packages.rebuilt(signed, Map.of("content.cat", forged))))
                .matches("CATALOG_MALFORMED: repeats the tag [0-9a-f]{40,64}");
    }

    @Test
    void takesTwoFilesOfOneContentThatTheCatalogListsOnce() throws Exception {
        Path signed = packages.style(PackageStyle.CBS).signed();
        byte[] hello = TestPackages.member(signed, memberLike(signed, "hello"));
        assertThat(judged(packages.rebuilt(signed, Map.of("again.txt", hello)))).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesACatalogOfVersion1() throws Exception {
        Path signed = packages.signed();
        byte[] v1 = CatalogForgery.version1();
        assertThat(judged(packages.rebuilt(signed, Map.of("content.cat", v1))))
                .isEqualTo("WEAK_DIGEST: a version 1 catalog lists members by SHA-1 alone");
    }

    private String judged(Path file) throws Exception {
        return Refusals.ofPackage(file, POLICY);
    }

    /** A package whose catalog was made of other subjects than it should, and then signed. */
    private String listed(UnaryOperator<List<CatalogSubject>> change) throws Exception {
        CatalogMaker maker =
                (name, subjects) -> new SecurityCatalogBuilder(TIME).unsignedCatalog(name, change.apply(subjects));
        Path unsigned = packages.unsigned(TEXT, maker);
        return judged(packages.signed(unsigned, (part, name, present) -> OEM_SIGNER.identity()));
    }

    private static List<CatalogSubject> without(List<CatalogSubject> subjects, String name) {
        return subjects.stream().filter(one -> !one.name().contains(name)).toList();
    }

    private static List<CatalogSubject> with(List<CatalogSubject> subjects, CatalogSubject one) {
        List<CatalogSubject> more = new ArrayList<>(subjects);
        more.add(one);
        return more;
    }

    private static String memberLike(Path file, String text) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return Cabinet.read(source, TestPackages.LIMITS).members().stream()
                    .map(CabinetMember::name)
                    .filter(name -> name.contains(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static CatalogSubject subject(String name, String content) {
        try {
            return CatalogSubject.of(name, ByteSource.of(name, bytes(content)), TestPackages.LIMITS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
