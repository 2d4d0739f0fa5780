package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Machine;
import org.wengert.bench.result.Row;

/** Five suites as two JDKs might run them: refusals, long names, names that are markup, numbers from nanoseconds to minutes. */
final class SampleResults {
    static final String SCRIPT = "<script>alert(\"1\")</script> & 'Co'";

    private SampleResults() {}

    static List<BenchResult> all() {
        return List.of(steps("17.0.16"), steps("25.0.1"), kernels(), inference(), training(), scaling());
    }

    static BenchResult steps(String jdk) {
        String small = "784-128-10, batch 64";
        String large = "784-512-512-10, batch 128, adam, cross-entropy, all gradients checked beforehand";
        List<Row> rows = List.of(
                SampleRows.timed(small, "tape float32", "us/op", 412.3, 0),
                SampleRows.timed(small, "tape float64", "us/op", 803, 412.3),
                SampleRows.timed(small, "PyTorch 2.7.1 through DJL 0.35.1, float32, one thread", "us/op", 419, 412.3),
                SampleRows.refused(
                        small,
                        "org.example.engines.quick.QuickAndAlmostRightEngineProvider float32",
                        "d loss / d weights of layer 2 [17, 3]: 0.0421875, the oracle says 0.0843750:"
                                + " 2.1e+07 times the tolerance"),
                SampleRows.timed(large, "tape float32", "us/op", 3912, 0),
                SampleRows.timed(large, "tape float64", "us/op", 8230, 3912),
                SampleRows.timed(large, "scalar", "us/op", 1.94e6, 3912),
                SampleRows.timed(large, SCRIPT, "us/op", 4012, 3912));
        return result(
                "steps",
                "One training step: forward, backward, update",
                jdk,
                rows,
                List.of(),
                List.of("the machine was noisy: the same round took 1.4 times as long in one fork as in another"));
    }

    static BenchResult kernels() {
        List<Row> rows = new ArrayList<>();
        for (String kernel : List.of("exp", "tanh", "relu backward", "product 64x784x128", "sum over rows")) {
            double plain = 3 + 9 * kernel.length();
            rows.add(SampleRows.timed(kernel, "plain", "ns/op", plain, 0));
            rows.add(SampleRows.timed(kernel, "vector", "ns/op", plain / kernel.length(), plain));
        }
        return result("kernels", "What the tape's kernels cost an element", "25.0.1", rows, List.of(), List.of());
    }

    static BenchResult inference() {
        String one = "1 row";
        List<Row> rows = List.of(
                SampleRows.timed(one, "tape float32", "us/op", 9.87, 0),
                SampleRows.timed(one, "scalar", "us/op", 1234, 9.87),
                SampleRows.refused(one, "PyTorch", "not on the class path: build with -Ppeers"));
        return result(
                "inference",
                "One prediction",
                "17.0.16",
                rows,
                List.of(),
                List.of("PyTorch is missing: build with -Ppeers"));
    }

    static BenchResult training() {
        List<Row> rows = new ArrayList<>();
        for (String task : List.of("moons to 99%", "digits to 96%")) {
            rows.add(SampleRows.row(task, "tape float32", "s", SampleRows.estimate(0.81), null, null, null)
                    .with("steps", 1200)
                    .with("accuracy", 0.9912)
                    .set("optimiser", "adam")
                    .set("rate", "0.001")
                    .get());
            rows.add(SampleRows.row(
                            task,
                            "Spark MLlib 4.1.0 MultilayerPerceptronClassifier",
                            "s",
                            SampleRows.estimate(94.2),
                            SampleRows.estimate(94.2 / 0.81),
                            null,
                            null)
                    .with("steps", 310)
                    .with("accuracy", 0.9904)
                    .set("optimiser", "l-bfgs")
                    .get());
        }
        return result("training", "Time to a target accuracy", "17.0.16", rows, List.of(), List.of());
    }

    static BenchResult scaling() {
        String group = "a chain of scalar operations";
        List<Row> rows = new ArrayList<>();
        for (int exponent = 1; exponent <= 7; exponent++) {
            double nodes = Math.pow(10, exponent);
            rows.add(SampleRows.scaled(group, "tape float64", nodes, 0.2 + 0.007 * nodes, 64 + 8 * nodes));
            rows.add(
                    exponent == 7
                            ? SampleRows.refusedAt(group, "scalar", nodes, "more memory than the 4 GB that it may have")
                            : SampleRows.scaled(group, "scalar", nodes, 0.04 * Math.pow(nodes, 1.06), 120 * nodes));
        }
        List<Fit> fits = List.of(
                new Fit(group, "tape float64", "nodes", "time", new Estimate(0.978, 0.95, 1.01)),
                new Fit(group, "scalar", "nodes", "time", new Estimate(1.06, 1.05, 1.07)),
                new Fit(group, "tape float64", "nodes", "allocated", new Estimate(0.96, 0.92, 1.0)),
                new Fit(group, "scalar", "nodes", "allocated", new Estimate(1, 1, 1)));
        return result("scaling", "How time and memory grow", "17.0.16", rows, fits, List.of());
    }

    static BenchResult result(
            String suite, String title, String jdk, List<Row> rows, List<Fit> fits, List<String> warnings) {
        Machine machine = new Machine(
                "AMD EPYC 7763 64-Core Processor",
                2,
                8_300_000_000L,
                "Linux 6.1.0",
                jdk + " Eclipse Adoptium",
                List.of("--add-modules", "jdk.incubator.vector", "-Xmx4g"),
                "vector, 256 bits",
                "0.1.0-SNAPSHOT",
                "a251362",
                Map.of("jmh", "1.37", "picocli", "4.7.7", "pytorch", "2.7.1"));
        return new BenchResult(
                BenchResult.FORMAT,
                suite,
                title,
                "src/bin/wengert bench " + suite + " --time normal --html " + suite + ".html",
                "2026-11-28T10:15:00Z",
                437,
                machine,
                Map.of("time", "normal"),
                rows,
                fits,
                warnings);
    }
}
