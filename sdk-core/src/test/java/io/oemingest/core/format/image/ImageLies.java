package io.oemingest.core.format.image;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.oemingest.core.testing.hostile.HostileReaders;
import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Documents of image builds that lie. */
public final class ImageLies {
    private static final String HEADER = "\ufeffWindows Registry Editor Version 5.00\r\n";

    private ImageLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>(about("update-history")
                .number("Sequence", "<Sequence>#</Sequence>")
                .number("OverallResult", "<OverallResult>#</OverallResult>")
                .number("Version Major", "Major='#'")
                .all());
        all.addAll(about("update-output")
                .number("OverallResult", "<OverallResult>#</OverallResult>")
                .all());
        all.addAll(about("oem-device-platform")
                .number("MinSectorCount", "<MinSectorCount>#</MinSectorCount>")
                .number(
                        "MainOSRTCDataReservedSectors",
                        "<MainOSRTCDataReservedSectors>#</MainOSRTCDataReservedSectors>")
                .number("Min", "<Min>#</Min>")
                .number("Max", "<Max>#</Max>")
                .all());
        all.addAll(about("device-layout")
                .number("SectorSize", "<SectorSize>#</SectorSize>")
                .number("SizeInSectors", "<SizeInSectors>#</SizeInSectors>")
                .number(
                        "GeneratedFileOverheadSectors",
                        "<GeneratedFileOverheadSectors>#</GeneratedFileOverheadSectors>")
                .all());
        all.addAll(registry());
        return all;
    }

    private static Lies about(String reader) {
        return Lies.about(reader, HostileReaders.named(reader).makeFixtures().get(0));
    }

    private static List<Lie> registry() {
        return Lies.about("registry", text(""))
                .whole("a value before any key", () -> (HEADER + "@=\"\"").getBytes(UTF_16LE))
                .whole("a dword of nine digits", () -> text("\"a\"=dword:123456789"))
                .whole("a hexadecimal dword of two bytes", () -> text("\"a\"=hex(4):61,00"))
                .whole("half a byte", () -> text("\"a\"=hex:0"))
                .whole("a type that does not exist", () -> text("\"a\"=hex(f):00"))
                .whole("a list of texts with a line break", () -> text("\"a\"=hex(7):61,00,0a,00,00,00,00,00"))
                .whole("a text without end", () -> text("\"a\"=\"" + "x".repeat(100_000)))
                .whole("a name without end", () -> text("\"" + "x".repeat(100_000)))
                .whole("a text of backslashes", () -> text("\"a\"=\"" + "\\".repeat(100_001)))
                .whole("data continued without end", () -> text("\"a\"=hex:" + "00,\\\r\n  ".repeat(50_000)))
                .whole("more values than allowed", () -> text("@=\"\"\r\n".repeat(65_536)))
                .whole("half a character", () -> Arrays.copyOf(text("x"), text("x").length - 1))
                .all();
    }

    private static byte[] text(String lines) {
        return (HEADER + "[HKEY_LOCAL_MACHINE\\K]\r\n" + lines).getBytes(UTF_16LE);
    }
}
