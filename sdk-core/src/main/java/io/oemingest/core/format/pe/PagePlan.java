package io.oemingest.core.format.pe;

import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How an image is cut into pages: its headers, then the data of each section, each part cut from its own start into
 * pages of SectionAlignment bytes. In the optional header, of PE32 and PE32+: u4 SectionAlignment at 32, u4
 * SizeOfHeaders at 60.
 *
 * @param pageSize bytes of a page
 * @param parts headers and sections, those without data left out
 */
record PagePlan(int pageSize, List<Part> parts) {
    private static final int MAX_PAGE = 1 << 16;
    private static final int OPTIONAL_CHECKSUM = 64;
    private static final int COFF_LENGTH = 24;
    private static final int SECTION_LENGTH = 40;

    /** Bytes that are cut into pages together. */
    record Part(long offset, long size) {
        long pages(int pageSize) {
            return (size + pageSize - 1) / pageSize;
        }
    }

    PagePlan {
        parts = List.copyOf(parts);
    }

    static PagePlan read(ByteSource source, PeHeaders headers) throws IOException {
        StructReader reader = new StructReader(source);
        long optional = headers.checkSumOffset() - OPTIONAL_CHECKSUM;
        ByteBuffer coff = reader.read("COFF header", optional - COFF_LENGTH, COFF_LENGTH);
        ByteBuffer fields = reader.read("optional header", optional, OPTIONAL_CHECKSUM);
        long pageSize = Integer.toUnsignedLong(fields.getInt(32));
        long headersSize = Integer.toUnsignedLong(fields.getInt(60));
        long sections = optional + (coff.getShort(20) & 0xffff);
        int count = coff.getShort(6) & 0xffff;
        long needed = sections + (long) count * SECTION_LENGTH;
        // Every page is filled up with zeros, so its size decides how long hashing may take.
        if (needed > headersSize || headersSize > Math.min(pageSize, headers.imageEnd()) || pageSize > MAX_PAGE) {
            throw reader.malformed(
                    "optional header",
                    optional,
                    "has pages of " + pageSize + " bytes for headers of " + headersSize + ", which need " + needed
                            + "; a page holds all headers and at most " + MAX_PAGE + " bytes");
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(0, headersSize));
        for (int i = 0; i < count; i++) {
            ByteBuffer section = reader.read("section " + i, sections + (long) i * SECTION_LENGTH, SECTION_LENGTH);
            long size = Integer.toUnsignedLong(section.getInt(16));
            long data = Integer.toUnsignedLong(section.getInt(20));
            if (size > 0 && data > 0) {
                parts.add(new Part(data, size));
            }
        }
        long covered = parts.stream().mapToLong(Part::size).sum();
        if (covered > headers.imageEnd()) {
            throw reader.malformed(
                    "section table",
                    sections,
                    "has " + covered + " bytes of data in an image of " + headers.imageEnd());
        }
        return new PagePlan((int) pageSize, parts);
    }

    /** Pages of the whole image. */
    long pages() {
        return parts.stream().mapToLong(part -> part.pages(pageSize)).sum();
    }

    /** Where the last part ends. */
    long end() {
        Part last = parts.get(parts.size() - 1);
        return last.offset() + last.size();
    }
}
