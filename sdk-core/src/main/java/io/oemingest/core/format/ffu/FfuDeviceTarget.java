package io.oemingest.core.format.ffu;

/** A kind of device that an image names by the texts of its SMBIOS tables; no phone uses it. Each text may be empty. */
public record FfuDeviceTarget(
        String manufacturer,
        String family,
        String productName,
        String productVersion,
        String skuNumber,
        String baseboardManufacturer,
        String baseboardProduct) {}
