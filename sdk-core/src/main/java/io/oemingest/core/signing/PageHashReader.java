package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes page hashes out of a signature. They lie in SpcPeImageData, whose link is a serialized object of the class
 * A6B586D5-B4A1-2466-AE05-A217DA8E60D6: a set of one attribute with a table. Each entry of the table:
 *
 * <pre>
 *  0  u4  offset of the page in the file; in the last entry the end of the last page
 *  4      digest; zeros in the last entry
 * </pre>
 */
final class PageHashReader {
    private static final String CLASS_ID = "a6b586d5b4a12466ae05a217da8e60d6";
    private static final Map<String, DigestAlgorithm> VERSIONS =
            Map.of("1.3.6.1.4.1.311.2.3.1", DigestAlgorithm.SHA1, "1.3.6.1.4.1.311.2.3.2", DigestAlgorithm.SHA256);
    private static final int LINK = 0xa0;
    private static final int MONIKER = 0xa1;

    private PageHashReader() {}

    static @Nullable PageHashes read(PeImage image, ByteSource signature, FormatLimits limits) throws IOException {
        SignedMessage message = SignedMessage.read(
                signature, CodeSignatures.where(image.source().name()), limits);
        DerNode content = message.content();
        if (content == null || !message.contentType().equals(Oids.SPC_INDIRECT_DATA)) {
            return null;
        }
        DerNode object = serializedObject(content);
        return object == null ? null : ofObject(object, message);
    }

    private static @Nullable DerNode serializedObject(DerNode indirectData) throws MalformedFileException {
        DerFields data =
                indirectData.fields("SpcIndirectDataContent").next("data").fields("SpcAttributeTypeAndOptionalValue");
        if (!data.next("type").oid("type").equals(Oids.SPC_PE_IMAGE_DATA)) {
            return null;
        }
        DerFields image = data.next("value").fields("SpcPeImageData");
        image.optional(DerNode.BIT_STRING);
        DerNode link = image.optional(LINK);
        if (link == null) {
            return null;
        }
        DerNode file = link.only("SpcLink");
        return file.is(MONIKER) ? file : null;
    }

    private static @Nullable PageHashes ofObject(DerNode object, SignedMessage message) throws MalformedFileException {
        DerFields fields = new DerFields(object, "SpcSerializedObject", object.children());
        String classId = HexFormat.of().formatHex(fields.next("classId").octets("classId"));
        byte[] data = fields.next("serializedData").octets("serializedData");
        fields.end();
        if (!classId.equals(CLASS_ID)) {
            return null;
        }
        DerNode set = DerNode.parse(data, message.where()).expect(DerNode.SET, "page hashes");
        DerFields attribute = set.only("SpcPeImagePageHashes").fields("SpcPeImagePageHashes");
        DerNode version = attribute.next("type");
        DigestAlgorithm algorithm = VERSIONS.get(version.oid("type"));
        if (algorithm == null) {
            throw version.malformed("is no version of page hashes");
        }
        DerNode table = attribute.next(DerNode.SET, "value").only("table");
        attribute.end();
        return ofTable(algorithm, table);
    }

    private static PageHashes ofTable(DigestAlgorithm algorithm, DerNode node) throws MalformedFileException {
        byte[] table = node.octets("table");
        int entry = PageHashes.entryLength(algorithm);
        if (table.length == 0 || table.length % entry != 0) {
            throw node.malformed("has " + table.length + " bytes, which are no entries of " + entry);
        }
        for (int i = table.length - algorithm.length(); i < table.length; i++) {
            if (table[i] != 0) {
                throw node.malformed("does not end with an entry of zeros");
            }
        }
        return new PageHashes(algorithm, table);
    }
}
