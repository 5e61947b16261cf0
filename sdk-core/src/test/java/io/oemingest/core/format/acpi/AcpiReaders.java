package io.oemingest.core.format.acpi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The readers of this package under attack. */
public final class AcpiReaders {
    private AcpiReaders() {}

    public static List<HostileReader> all() {
        return List.of(new HostileReader("acpi", AcpiReaders::tables, AcpiReaders::read));
    }

    private static void read(ByteSource source) throws IOException {
        AcpiTable table = AcpiTable.read(source);
        Expect.that(table.length() == source.size(), "a table is as long as its file");
        Expect.that(table.isSameTable(AcpiTable.read(source)), "a table is the same as itself");
    }

    private static List<byte[]> tables() {
        return List.of(table("DSDT", 40), table("SSDT", 36), table("FACP", 52), table("FACS", 64));
    }

    static byte[] table(String signature, int length) {
        ByteBuffer table = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        table.put((signature + "????\2?CONTO DEMO100\0????MSFT????").getBytes(US_ASCII));
        table.putInt(4, length).putInt(24, 1).putInt(32, 1).put(9, (byte) 0);
        int sum = 0;
        for (byte each : table.array()) {
            sum += each;
        }
        return table.put(9, (byte) -sum).array();
    }
}
