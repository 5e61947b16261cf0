package io.oemingest.core.format;

/**
 * Ceilings that readers check before they allocate or loop. All sizes are in bytes.
 *
 * @param maxInMemory largest piece held in memory at once: an XML document, a catalog, a signature
 * @param maxMembers files in one cabinet, entries in one archive, values in one registry file
 * @param maxExpanded sum of the unpacked sizes of one cabinet
 * @param maxXmlDepth nested elements
 * @param maxXmlAttributes attributes of one element
 * @param maxXmlText characters of one text or attribute value
 */
public record FormatLimits(
        int maxInMemory, int maxMembers, long maxExpanded, int maxXmlDepth, int maxXmlAttributes, int maxXmlText) {
    private static final FormatLimits DEFAULTS = new FormatLimits(16 << 20, 65_535, 16L << 30, 64, 64, 1 << 20);

    /** Generous for every real firmware file, small enough for a heap of 64 MiB. */
    public static FormatLimits defaults() {
        return DEFAULTS;
    }

    public FormatLimits withMaxInMemory(int bytes) {
        return new FormatLimits(bytes, maxMembers, maxExpanded, maxXmlDepth, maxXmlAttributes, maxXmlText);
    }

    public FormatLimits withMaxMembers(int count) {
        return new FormatLimits(maxInMemory, count, maxExpanded, maxXmlDepth, maxXmlAttributes, maxXmlText);
    }

    public FormatLimits withMaxExpanded(long bytes) {
        return new FormatLimits(maxInMemory, maxMembers, bytes, maxXmlDepth, maxXmlAttributes, maxXmlText);
    }
}
