package io.oemingest.core.format.pe;

/**
 * What an image's headers say besides what signing needs, all numbers unsigned ([PE] "COFF File Header", "Optional
 * Header").
 *
 * @param machine number of the processor, such as 0x1C4 for ARM
 * @param sections how many sections the image has
 * @param plus whether the headers are those of PE32+, for 64-bit processors
 * @param checksum the field CheckSum; 0 if it was left open
 * @param computedChecksum what the field should be
 * @param certificatesSize bytes of the certificate table; 0 if there is none
 */
public record PeSummary(
        int machine, int sections, boolean plus, long checksum, long computedChecksum, long certificatesSize) {}
