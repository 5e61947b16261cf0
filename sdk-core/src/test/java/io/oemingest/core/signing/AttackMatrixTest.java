package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which test stands for which attack, so that none is dropped unnoticed. */
class AttackMatrixTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payload byte changed                   | CabinetAttackTest#refusesAChangedPayloadByte",
                "file name changed                      | CabinetAttackTest#refusesAChangedFileName",
                "flags changed                          | CabinetAttackTest#refusesChangedFlags",
                "signature of another cabinet           | CabinetAttackTest#refusesTheSignatureOfAnotherCabinet",
                "signature stripped                     | CabinetAttackTest#refusesAStrippedSignature",
                "rebuilt without signature              | CabinetAttackTest#refusesAnUnsignedCabinet",
                "bytes behind the signature             | CabinetAttackTest#refusesBytesBehindTheSignature",
                "gap before the signature               | CabinetAttackTest#refusesAGapBeforeTheSignature",
                "bytes inside the declared size         | CabinetAttackTest#refusesBytesInsideTheDeclaredSignature",
                "fields outside the digest              | CabinetAttackTest#refusesHeaderFieldsThatNoDigestCovers",
                "no signed attributes                   | CabinetAttackTest#refusesAMessageWithoutSignedAttributes",
                "signed type is another                | CabinetAttackTest#refusesAMessageThatAttestsAnotherContentType",
                "PE data in a cabinet                   | CabinetAttackTest#refusesTheSignatureOfAnImage",
                "list in a cabinet                      | CabinetAttackTest#refusesTheSignatureOfACatalog",
                "two signers                            | CabinetAttackTest#refusesTwoSigners",
                "SHA-1 and MD5                          | CabinetAttackTest#refusesMd5AndSha1",
                "SHA-1 digest in a good signature       | CabinetAttackTest#refusesASha1DigestInsideAGoodSignature",
                "nested beside a weak one               | CabinetAttackTest#aNestedSignatureDoesNotMendAWeakOne",
                "nested, real retail                    | RealRetailTest#refusesANestedSignatureOfAnotherFile",
                "no code signer, TLS                    | SignerTrustTest#refusesWhoIsNoCodeSigner",
                "wrong combination                      | SignerTrustTest#refusesAnotherCombination",
                "expired without time stamp             | SignerTrustTest#refusesAnExpiredSigner",
                "not yet valid                          | SignerTrustTest#refusesASignerOfTheFuture",
                "expired with time stamp                | TimestampTest#aTimeStampProvesThatAnExpiredSignerWasValid",
                "rogue root with the same names         | SignerTrustTest#refusesAStrangeRootWithTheSameNames",
                "leaf as authority                      | SignerTrustTest#refusesASignerThatActsAsAnAuthority",
                "missing intermediate                   | SignerTrustTest#refusesAMissingAuthority",
                "branches                               | SignerBranchTest#refusesAPlatformKeyBelowAnyOther",
                "branches, other way                    | SignerBranchTest#refusesASignerOfPackagesBelowTheAuthorityForImages",
                "extra file                             | CatalogAttackTest#refusesAnExtraFile",
                "file not in the catalog                | CatalogAttackTest#refusesAFileThatTheCatalogDoesNotList",
                "member missing                         | CatalogAttackTest#refusesAnEntryWithoutAFile",
                "catalog by another signer              | HostileKeysTest#refusesACatalogByAnotherSignerThanTheCabinetWhateverUsagesAreAskedFor",
                "catalog of another package             | CatalogAttackTest#refusesTheCatalogOfAnotherPackage",
                "duplicate tags                         | CatalogAttackTest#refusesACatalogThatRepeatsATag",
                "v1 tag is not the digest               | SecurityCatalogTest#aVersion1TagOfHexMustBeTheDigest",
                "huge member count                      | SecurityCatalogTest#refusesMoreThanTheLimits",
                "deep nesting                           | DerNodeTest#refusesADeepNest",
                "lengths: long, indefinite, not minimal | DerNodeTest#refusesWhatIsNotStrictDer",
                "integers not minimal                   | DerNodeTest#refusesIntegersThatAreNotTheShortest",
                "identifier of a megabyte               | DerNodeTest#refusesAnIdentifierOfAMegabyte",
                "RSA e=1, huge e                        | HostileKeysTest#refusesAnExponentThatIsNotSecure",
                "RSA modulus                            | HostileKeysTest#refusesAModulusThatCostsTooMuch",
                "certificate loops                      | HostileKeysTest#refusesAuthoritiesThatVouchForEachOther",
                "a thousand certificates                | HostileKeysTest#refusesAThousandCertificates",
                "genTime in the future                  | TimestampTest#aTimeStampOfTheFutureProvesNoMoreThanNone",
                "authority of time without usage        | RealRetailTest#takesAnAuthorityOfTimeWhoseUsageIsAloneAndNotCritical",
                "code signer as authority of time       | TimestampTest#refusesATimeStampByASignerOfCode",
                "imprint of other data                  | TimestampTest#refusesATimeStampOfAnotherSignature",
                "SHA-1 imprint                          | TimestampTest#refusesATimeStampOverSha1",
                "two tokens                             | TimestampTest#refusesTwoTimeStamps",
                "no anchors                             | SignerTrustTest#trustsNobodyWithoutRoots",
                "system trust store                     | RealRetailTest#neverAsksTheSystemsTrustStore",
                "two names for one digest               | CatalogAttackTest#refusesACatalogThatListsADigestUnderTwoNames",
                "two files of one content               | CatalogAttackTest#takesTwoFilesOfOneContentThatTheCatalogListsOnce",
                "huge text                              | HugeTextTest#refusesANameInACatalog",
                "huge text, memory                      | HugeTextTest#readsNoMoreThanAFewCopiesOfWhatItRefuses",
                "authority of time that says no usage   | RealRetailTest#refusesAnAuthorityOfTimeThatSaysNoUsage",
                "SHA-1 outside an image's list          | FfuCatalogVerifierTest#takesSha1InTheListAndNowhereElse",
                "image's list of more than one          | FfuCatalogVerifierTest#refusesAListOfMoreThanTheHashTable",
                "image's list of another table          | FfuCatalogTest#refusesACatalogOfAnotherImage",
                "hash table: chunk size, function, lengths | format.ffu.FfuRefusalTest#refusesSecurityHeadersThatNoFlasherTakes",
                "hash table: chunk changed              | format.ffu.FfuImageTest#namesTheChunkThatWasChanged",
                "hash table: cut off                    | format.ffu.FfuRefusalTest#refusesTruncatedFilesThatLackAChunkOrItsHash",
                "same name twice                        | format.cabinet.CabinetRefusalTest#refusesTheSameNameTwice",
                "name that leads elsewhere              | format.cabinet.CabinetRefusalTest#refusesNamesThatLeadElsewhere",
                "name: UTF-8 and its flag               | format.cabinet.CabinetRefusalTest#readsNamesInUtf8OrTheOldCodePage",
                "cabinet bomb                           | format.cabinet.CabinetRefusalTest#refusesMoreThanTheLimitsAllow",
                "cabinet: sizes                         | format.cabinet.CabinetRefusalTest#refusesSizesThatLie",
                "cabinet: folders over the same data    | format.cabinet.CabinetRefusalTest#refusesFoldersThatShareData",
                "cabinet: data blocks                   | format.cabinet.CabinetRefusalTest#refusesDataBlocksThatCannotBe",
                "cabinet: checksums                     | format.cabinet.CabinetRefusalTest#refusesDataThatDoesNotMatchItsChecksum",
                "archive bomb                           | internal.zip.HostileZipTest#refusesATextThatGrowsTooMuch",
                "archive: too many entries              | internal.zip.HostileZipTest#refusesMoreEntriesThanAllowed",
                "archive: same name twice               | internal.zip.HostileZipTest#refusesTheSameNameTwiceIgnoringCase",
                "archive: two headers, two names        | internal.zip.HostileZipTest#refusesALocalHeaderWithAnotherName",
                "archive: size behind the data          | internal.zip.HostileZipTest#refusesSizesBehindTheData",
                "archive: zip64                         | internal.zip.HostileZipTest#refusesAZip64EndThatIsNotThere",
            })
    void anAttackHasItsTest(String attack, String test) throws Exception {
        String[] names = test.split("#", 2);
        String place = names[0].contains(".") ? "io.oemingest.core" : getClass().getPackageName();
        Method[] methods = Class.forName(place + "." + names[0]).getDeclaredMethods();
        assertThat(Stream.of(methods).map(Method::getName)).as(attack).contains(names[1]);
    }
}
