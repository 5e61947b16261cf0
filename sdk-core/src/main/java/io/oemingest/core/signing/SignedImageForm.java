package io.oemingest.core.signing;

import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The certificate table of a signed PE file: one entry of PKCS#7 that reaches to the end of the file, so nothing hides there. */
final class SignedImageForm {
    private static final int PE_OFFSET_AT = 0x3c;
    private static final int PE32_PLUS = 0x20b;
    private static final int CERTIFICATE_TABLE = 4;
    private static final int ENTRY_HEADER = 8;
    private static final int PKCS7 = 2;
    private static final int REVISION_2 = 0x200;

    private SignedImageForm() {}

    // 1. Container.
    static void verify(PeImage image) throws VerificationException, IOException {
        ByteSource source = image.source();
        StructReader reader = new StructReader(source);
        int optionalHeader = reader.read("DOS header", PE_OFFSET_AT, 4).getInt() + 24;
        boolean plus = reader.read("optional header", optionalHeader, 2).getShort() == PE32_PLUS;
        long directory = optionalHeader + (plus ? 112 : 96) + 8L * CERTIFICATE_TABLE;
        ByteBuffer table = reader.read("certificate table", directory, 8);
        long offset = Integer.toUnsignedLong(table.getInt());
        long size = Integer.toUnsignedLong(table.getInt());
        ByteBuffer entry = reader.read("WIN_CERTIFICATE", offset, ENTRY_HEADER);
        long length = Integer.toUnsignedLong(entry.getInt());
        boolean alone = ((length + 7) & ~7L) == size && offset + size == source.size();
        if (!alone || entry.getShort() != REVISION_2 || entry.getShort() != PKCS7) {
            throw new VerificationException(
                    Problem.UNSIGNED_BYTES,
                    CodeSignatures.where(source.name()),
                    "the certificate table is not one signature at the end of the file");
        }
    }
}
