package org.wengert.nn.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.tck.ChildJvm;

/** How deep a graph may be in how much heap, with the stack that a thread has anyway. */
class DepthTest {
    @ParameterizedTest
    @CsvSource({"tape, 5000000, 768", "scalar, 1000000, 256"})
    void millionsOfOperationsInARowAreDifferentiated(String engine, int depth, int megabytes) throws Exception {
        List<String> lines = ChildJvm.run(
                DeepChain.class,
                List.of(engine, Integer.toString(depth)),
                "-Xmx" + megabytes + "m",
                "--add-modules=jdk.incubator.vector");

        String expected = "value " + 0.5 * (depth + 1.0) + ", gradient " + (depth + 1.0);
        assertTrue(lines.contains(expected), () -> "no '" + expected + "' in " + lines);
    }
}
