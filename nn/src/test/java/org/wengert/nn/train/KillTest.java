package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.EachEngine;
import org.wengert.tck.CheckSize;
import org.wengert.tck.ChildJvm;

/** A training process killed at any moment goes on as if nothing had been. */
class KillTest {
    private static final int KILLS = CheckSize.of(3, 20);
    private static final int MOST_STEPS = 40;
    /** A process runs ahead of what is read of it, so the run must be a good deal longer. */
    private static final int EPOCHS = 30 * KILLS;

    /** Nobody waits for the second compiler in processes that live for a second. */
    private static final String[] OPTIONS = {"--add-modules=jdk.incubator.vector", "-XX:TieredStopAtLevel=1"};

    private static final int SIGKILL = 128 + 9;

    @TempDir
    private Path folder;

    @EachEngine
    void aRunKilledAtRandomMomentsEndsWithTheBitsOfOneThatWasLeftAlone(String name) throws Exception {
        List<String> arguments = List.of(name, folder.toString(), Integer.toString(EPOCHS));
        Random random = new Random(name.hashCode());
        for (int kill = 0; kill < KILLS; kill++) {
            Process process =
                    ChildJvm.prepare(SavedRun.class, arguments, OPTIONS).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                int steps = 1 + random.nextInt(MOST_STEPS);
                String line = "";
                while (line != null && steps > 0) {
                    line = lines.readLine();
                    steps -= line != null && line.startsWith("step ") ? 1 : 0;
                }
                process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                assertEquals(SIGKILL, process.waitFor(), "the run must be long enough to be killed: " + line);
            }
        }
        List<String> last = ChildJvm.run(SavedRun.class, arguments, OPTIONS);

        String firstStep = last.stream()
                .filter(line -> line.startsWith("step "))
                .findFirst()
                .orElse("none");
        assertTrue(!"step 1".equals(firstStep) && !"none".equals(firstStep), "the last process resumes: " + firstStep);
        try (Engine engine = Engines.open(name)) {
            SavedRun undisturbed = new SavedRun(engine, EPOCHS);
            History history = undisturbed.trainer.fit(SavedRun.data());
            assertEquals("result " + undisturbed.bits(history), last.get(last.size() - 1));
        }
    }
}
