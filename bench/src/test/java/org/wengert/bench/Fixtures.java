package org.wengert.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data, which the repository does not hold. */
final class Fixtures {
    private Fixtures() {}

    /** A file or folder of the data sets; without it the test is skipped and says what it looked for. */
    static String data(String name) {
        return shared("data/" + name);
    }

    /** A file or folder beside the repository; without it the test is skipped and says what it looked for. */
    static String shared(String name) {
        Path path = Path.of(System.getProperty("fixtures.dir", "../../shared"), name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.exists(path), () -> "SKIPPED: " + path + " is not there; -Dfixtures.dir names its folder");
        return path.toString();
    }
}
