package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepCheckTest {
    private static final String CERTIFICATE = """
            {"verdict": "conforms", "engine": "%s", "description": "float64", "expressions": "500 for each property",
             "seed": "0", "java": "%s", "system": "Linux", "largest error": "2.50 ULP of 3.00 allowed", "time": "61 s",
             "levels": [{"level": "core", "cases": 7, "passed": 7, "failed": 0},
                        {"level": "all", "cases": 9, "passed": 8, "failed": 1}]}
            """;

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="org.wengert.%s" time="%s" tests="5" errors="1" skipped="1" failures="1"/>
            """;

    @TempDir
    Path tree;

    private void file(String name, String text) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> lines() {
        return DeepCheck.in(tree).markdown(500, 1).lines().toList();
    }

    @Test
    void certificatesAndReportsOfAllModulesBecomeTables() throws IOException {
        file("one/target/conformance/A.json", CERTIFICATE.formatted("list", "17"));
        file("two/target/conformance/B.json", CERTIFICATE.formatted("tape", "17"));
        file("one/target/surefire-reports/TEST-org.wengert.Short.xml", REPORT.formatted("Short", "1.4"));
        file("one/target/surefire-reports/TEST-org.wengert.Long.xml", REPORT.formatted("Long", "61.2"));
        file("one/target/surefire-reports/TEST.txt", "of no interest");

        List<String> lines = lines();

        assertTrue(lines.contains("On 17, Linux. Random expressions: 500 for each property, from seed 0. What the"
                + " conformance kit has proven of each engine:"));
        assertTrue(lines.contains("| list: float64 | 9 | 8 | 1 | 2.50 ULP of 3.00 allowed | 61 s | conforms |"));
        assertTrue(lines.contains("| tape: float64 | 9 | 8 | 1 | 2.50 ULP of 3.00 allowed | 61 s | conforms |"));
        assertTrue(lines.contains("| one | 10 | 4 | 4 | 2 | 63 |"), lines::toString);
        assertEquals("| `Long` | 5 | 2 | 2 | 1 | 61 |", lines.get(lines.size() - 1));
        assertTrue(lines.stream().noneMatch(line -> line.contains("Short")));
    }

    @Test
    void whatCertificatesDoNotShareIsNotSaidOfAll() throws IOException {
        file("one/target/conformance/A.json", CERTIFICATE.formatted("list", "17"));
        file("two/target/conformance/B.json", CERTIFICATE.formatted("tape", "25"));

        assertTrue(lines().stream().noneMatch(line -> line.startsWith("On 17")));
    }

    @Test
    void aTreeInWhichNoTestsRanIsRefusedAtOnce() {
        Wengert run = Wengert.run("accuracy", "--deep-check", tree.toString());

        assertEquals(
                "wengert accuracy: --deep-check: no reports of tests in the modules of " + tree
                        + ": run mvn verify there\nTry 'wengert accuracy --help'.\n",
                run.err());
        assertEquals(2, run.exitCode());
    }
}
