package io.oemingest.core.format.acpi;

import io.oemingest.core.io.Digest;

/**
 * An ACPI table and where the device has it.
 *
 * @param devicePath such as {@code \ACPI\dsdt.aml}
 * @param sha256 of the whole table
 */
public record PlacedTable(String devicePath, AcpiTable table, Digest sha256) {}
