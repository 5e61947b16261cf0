package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one TrustedSubject of a catalog with its attributes. */
final class CatalogMemberReader {
    private static final Map<String, Kind> V1_KINDS = Map.of(
            "{C689AAB8-8E78-11D0-8C47-00C04FC295EE}", Kind.PE,
            "{C689AABA-8E78-11D0-8C47-00C04FC295EE}", Kind.CABINET,
            "{DE351A42-8E59-11D0-8C47-00C04FC295EE}", Kind.FLAT);

    private final DerNode tag;
    private final Map<String, String> names = new HashMap<>();
    private @Nullable Kind kind;
    private @Nullable IndirectData indirect;

    private CatalogMemberReader(DerNode tag) {
        this.tag = tag;
    }

    /** The entry, with the nodes of its digest for changes in place. */
    static CatalogEntry read(DerNode node, int version) throws MalformedFileException {
        DerFields fields = node.fields("TrustedSubject");
        CatalogMemberReader reader = new CatalogMemberReader(fields.next(DerNode.OCTET_STRING, "subjectIdentifier"));
        for (DerNode attribute : fields.next(DerNode.SET, "subjectAttributes").children()) {
            reader.take(attribute.fields("Attribute"));
        }
        fields.end();
        CatalogMember member = version == 1 ? reader.version1() : reader.version2();
        return new CatalogEntry(node, reader.tag, reader.indirect, member);
    }

    private void take(DerFields attribute) throws MalformedFileException {
        String oid = attribute.next("type").oid("type");
        List<DerNode> values = attribute.next(DerNode.SET, "values").children();
        attribute.end();
        for (DerNode value : values) {
            switch (oid) {
                case Oids.CAT_NAME_VALUE -> CatalogText.addNameValue(value, names);
                case Oids.CAT_MEMBER_INFO -> kind = kindOfGuid(value);
                case Oids.CAT_MEMBER_INFO2 -> kind = kindOfChoice(value);
                case Oids.SPC_INDIRECT_DATA -> takeIndirect(value);
                default -> {} // further attributes say nothing of the digest
            }
        }
    }

    private void takeIndirect(DerNode value) throws MalformedFileException {
        if (indirect != null) {
            throw value.malformed("is a second digest of one entry");
        }
        indirect = IndirectData.of(value);
    }

    private static @Nullable Kind kindOfGuid(DerNode value) throws MalformedFileException {
        DerFields info = value.fields("CatMemberInfo");
        return V1_KINDS.get(
                info.next(DerNode.BMP_STRING, "subjectGuid").bmpText().toUpperCase(Locale.ROOT));
    }

    private static @Nullable Kind kindOfChoice(DerNode value) {
        return switch (value.tag()) {
            case 0x80 -> Kind.PE;
            case 0x81 -> Kind.CABINET;
            case 0x82 -> Kind.FLAT;
            default -> null;
        };
    }

    private CatalogMember version1() throws MalformedFileException {
        IndirectData data = indirect;
        Digest digest = data == null ? null : data.digest();
        if (digest == null) {
            throw tag.malformed("has an entry without a digest that is known");
        }
        String text = CatalogText.text(tag);
        boolean isHash = text.length() == 2 * digest.algorithm().length();
        if (isHash && !text.equalsIgnoreCase(digest.hex())) {
            throw tag.malformed("has the tag " + text + " for the digest " + digest.hex());
        }
        return new CatalogMember(text, digest, kind, names);
    }

    private CatalogMember version2() throws MalformedFileException {
        byte[] value = tag.content();
        DigestAlgorithm algorithm = switch (value.length) {
            case 20 -> DigestAlgorithm.SHA1;
            case 32 -> DigestAlgorithm.SHA256;
            default -> throw tag.malformed("is a tag of " + value.length + " bytes, which is no digest");
        };
        Digest digest = Digest.of(algorithm, value);
        IndirectData data = indirect;
        if (data == null && algorithm != DigestAlgorithm.SHA1) {
            throw tag.malformed("has an entry without a digest");
        }
        if (data != null && !digest.equals(data.digest())) {
            throw tag.malformed("has a tag that is not the entry's digest");
        }
        return new CatalogMember(digest.hex(), digest, kind, names);
    }
}
