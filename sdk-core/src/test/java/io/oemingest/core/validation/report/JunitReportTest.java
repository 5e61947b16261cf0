package io.oemingest.core.validation.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {
    @Test
    void countsWhatItHolds() throws Exception {
        Document document = parse(JunitReport.write(SampleReports.FULL));
        Element suite = document.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("9").isEqualTo(count(document, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo("4").isEqualTo(count(document, "failure"));
        assertThat(suite.getAttribute("errors")).isEqualTo("1").isEqualTo(count(document, "error"));
        assertThat(suite.getAttribute("skipped")).isEqualTo("2").isEqualTo(count(document, "skipped"));
    }

    @Test
    void saysWhatTheReportSays() {
        assertThat(JunitReport.write(SampleReports.FULL)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="validation" tests="9" failures="4" errors="1" skipped="2">
                  <testcase classname="validation" name="acceptable">
                    <failure type="NotAcceptable" message="The submission is not acceptable." />
                  </testcase>
                  <testcase classname="PAR-03" name="packages/c.spkg">
                    <failure type="Block" message="The package is for MainOS, the image has it in EFIESP. Mend: Mend it." />
                  </testcase>
                  <testcase classname="STD-02" name="packages/a b.spkg">
                    <failure type="Block" message="The package has the version 0.0.0.0. Mend: Mend it." />
                  </testcase>
                  <testcase classname="AAA-01" name="a.xml:3:7">
                    <system-out>Warn: Odd. Mend: Mend it.</system-out>
                  </testcase>
                  <testcase classname="PKG-01" name="a.cab (CFHEADER) at offset 36">
                    <system-out>Info: \\u001b[2J&lt;script&gt;alert('x')&lt;/script&gt; &amp; "]]&gt;\\u0000?\\u202e end Mend: Mend it.</system-out>
                  </testcase>
                  <testcase classname="STD-02" name="more">
                    <failure type="Block" message="2500 more findings of this rule are not listed." />
                  </testcase>
                  <testcase classname="PKG-21" name="packages/b.spkg">
                    <skipped message="Waived by Ada, 2026-11-25T08:00:00Z: Known. Twice. Mend: Mend it." />
                  </testcase>
                  <testcase classname="STD-06" name="not checked">
                    <skipped message="No fact." />
                  </testcase>
                  <testcase classname="STD-07" name="broke down">
                    <error type="RuleFailure" message="java.lang.StackOverflowError" />
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void isNotEmptyForAReportWithoutFindings() throws Exception {
        Document document = parse(JunitReport.write(SampleReports.EMPTY));
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        assertThat(count(document, "testcase")).isEqualTo("1");
    }

    private static String count(Document document, String name) {
        return Integer.toString(document.getElementsByTagName(name).getLength());
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }
}
