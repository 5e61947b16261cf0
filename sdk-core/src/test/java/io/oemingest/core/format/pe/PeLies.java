package io.oemingest.core.format.pe;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Images that lie. */
public final class PeLies {
    private static final int DIRECTORY = TestImage.OPTIONAL + 96 + 4 * 8;
    private static final int SECTIONS = TestImage.OPTIONAL + 96 + 16 * 8;

    private PeLies() {}

    public static List<Lie> all() {
        byte[] unsigned = TestImage.pe32(0);
        byte[] signed = signed(unsigned);
        int table = unsigned.length;
        List<Lie> all = new ArrayList<>(Lies.about("pe", unsigned)
                .field("SizeOfRawData", SECTIONS + 16, 4)
                .field("PointerToRawData", SECTIONS + 20, 4)
                .field("VirtualSize", SECTIONS + 8, 4)
                .field("VirtualAddress", SECTIONS + 12, 4)
                .all());
        all.addAll(Lies.about("pe", signed)
                .field("e_lfanew", 60, 4)
                .field("NumberOfSections", TestImage.COFF + 6, 2)
                .field("SizeOfOptionalHeader", TestImage.COFF + 20, 2)
                .field("Magic", TestImage.OPTIONAL, 2)
                .field("FileAlignment", TestImage.OPTIONAL + 36, 4)
                .field("SizeOfHeaders", TestImage.OPTIONAL + 60, 4)
                .field("NumberOfRvaAndSizes", TestImage.OPTIONAL + 92, 4)
                .field("certificate table offset", DIRECTORY, 4)
                .field("certificate table size", DIRECTORY + 4, 4)
                .field("certificate dwLength", table, 4)
                .field("certificate wRevision", table + 4, 2)
                .field("certificate wCertificateType", table + 6, 2)
                .all());
        return all;
    }

    private static byte[] signed(byte[] unsigned) {
        try {
            return PeReaders.signed(unsigned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
