package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The certificate trust list inside a catalog's message: what is signed.
 *
 * @param node the whole list
 * @param version 1 for text tags, 2 for digests as tags
 * @param identifier node of listIdentifier
 * @param time node of thisUpdate
 * @param entries in the list's order
 * @param names name and value pairs of the whole catalog
 */
record CatalogList(
        DerNode node,
        int version,
        DerNode identifier,
        DerNode time,
        List<CatalogEntry> entries,
        Map<String, String> names) {

    static CatalogList of(DerNode node, FormatLimits limits) throws MalformedFileException {
        DerFields fields = node.fields("CertificateTrustList");
        DerFields usage = fields.next("subjectUsage").fields("subjectUsage");
        DerNode purpose = usage.next("usage");
        usage.end();
        if (!purpose.oid("usage").equals(Oids.CATALOG_LIST)) {
            throw purpose.malformed("is no catalog's usage");
        }
        DerNode identifier = fields.next(DerNode.OCTET_STRING, "listIdentifier");
        DerNode time = fields.next(DerNode.UTC_TIME, "thisUpdate");
        DerValues.time(time, "thisUpdate");
        int version = version(fields.next("subjectAlgorithm"));
        DerNode subjects = fields.next(DerNode.SEQUENCE, "trustedSubjects");
        DerNode extensions = fields.optional(0xa0);
        fields.end();
        return new CatalogList(
                node,
                version,
                identifier,
                time,
                entries(subjects, version, limits),
                extensions == null ? Map.of() : names(extensions.only("extensions")));
    }

    private static int version(DerNode algorithm) throws MalformedFileException {
        return switch (AlgorithmIds.oid(algorithm)) {
            case Oids.CATALOG_V1 -> 1;
            case Oids.CATALOG_V2 -> 2;
            default -> throw algorithm.malformed("is no catalog's version");
        };
    }

    private static List<CatalogEntry> entries(DerNode subjects, int version, FormatLimits limits)
            throws MalformedFileException {
        List<DerNode> nodes = subjects.children();
        // Two entries for each file in version 2.
        if (nodes.size() > 2L * limits.maxMembers()) {
            throw subjects.malformed("lists " + nodes.size() + " entries, more than " + 2L * limits.maxMembers());
        }
        List<CatalogEntry> entries = new ArrayList<>(nodes.size());
        Set<String> tags = new HashSet<>();
        for (DerNode node : nodes) {
            CatalogEntry entry = CatalogMemberReader.read(node, version);
            if (!tags.add(entry.member().tag())) {
                throw node.malformed("repeats the tag " + entry.member().tag());
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Map<String, String> names(DerNode extensions) throws MalformedFileException {
        Map<String, String> names = new HashMap<>();
        for (DerNode extension :
                extensions.expect(DerNode.SEQUENCE, "extensions").children()) {
            DerFields fields = extension.fields("Extension");
            String oid = fields.next("type").oid("type");
            DerNode value = fields.next(DerNode.OCTET_STRING, "value");
            fields.end();
            if (oid.equals(Oids.CAT_NAME_VALUE)) {
                CatalogText.addNameValue(
                        DerNode.parse(value.content(), value.malformed("").location()), names);
            }
        }
        return names;
    }
}
