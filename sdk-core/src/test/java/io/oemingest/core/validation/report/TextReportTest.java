package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void groupsByWeightAndRuleAndShowsApartWhatCountsForNothing() {
        assertThat(ReportFormat.TEXT.write(SampleReports.FULL)).isEqualTo("""
                Not acceptable: 2502 blocking, 1 warning, 1 note, 1 waived, 1 not checked (profile strict)

                Blocking
                  PAR-03  Contextual package does not fit the update history (PART)
                    packages/c.spkg
                      The package is for MainOS, the image has it in EFIESP.
                      Mend: Mend it.
                  STD-02  Any package version equals 0.0.0.0 (WSPC, PKGCLI)
                    packages/a b.spkg
                      The package has the version 0.0.0.0.
                      Mend: Mend it.
                    … and 2500 more

                Warnings
                  AAA-01
                    a.xml:3:7
                      Odd.
                      Mend: Mend it.

                Notes
                  PKG-01  Owner, Component, OwnerType or ReleaseType missing (PKGATTR, REQ)
                    a.cab (CFHEADER) at offset 36
                      \\u001b[2J<script>alert('x')</script> & "]]>\\u0000\ufffe\\u202e end
                      Mend: Mend it.

                Waived
                  PKG-21  packages/b.spkg: Twice.
                      By Ada, 2026-11-25T08:00:00Z: Known.

                Not checked
                  STD-06  No fact.

                Rules that broke down (a fault of this library, please report it)
                  STD-07  java.lang.StackOverflowError
                """);
    }

    @Test
    void coloursOnlyWhenAsked() {
        String coloured = SampleReports.FULL.toColouredText();
        assertThat(coloured)
                .startsWith("\u001b[1mNot acceptable\u001b[0m: 2502 blocking")
                .contains("\u001b[31mBlocking\u001b[0m", "\u001b[33mWarnings\u001b[0m", "\u001b[36mNotes\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(SampleReports.FULL.toText());
    }
}
