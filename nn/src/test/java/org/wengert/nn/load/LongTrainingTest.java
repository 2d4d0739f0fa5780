package org.wengert.nn.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.nn.EachEngine;
import org.wengert.tck.CheckSize;
import org.wengert.tck.ChildJvm;

/** Training does not fill memory, however long it goes on. */
class LongTrainingTest {
    private static final int STEPS = CheckSize.of(30_000, 1_000_000);

    @EachEngine
    void trainingRunsInAFlatHeapOf64Megabytes(String engine) throws Exception {
        List<String> lines = ChildJvm.run(
                LongTraining.class,
                List.of(engine, Integer.toString(STEPS)),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector");
        long[] used = lines.stream()
                .filter(line -> line.startsWith("used "))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .toArray();

        assertEquals(
                List.of("steps " + STEPS),
                lines.stream().filter(line -> line.startsWith("steps ")).collect(Collectors.toList()));
        assertEquals(10, used.length);
        // Far less than a byte a step at full size: what the JVM itself keeps of new code.
        assertTrue(used[9] - used[1] < 512 << 10, () -> "bytes in use at each tenth: " + Arrays.toString(used));
    }
}
