package org.wengert.bench.run;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wengert.bench.suite.HandWritten;
import org.wengert.bench.suite.Networks;

/** Training steps and predictions of whole networks. */
final class StepSuites {
    /** Parameters of a contender at a step. */
    static final String WHO = "contender precision kernels threads";

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private StepSuites() {}

    static Suite smoke() {
        return new Suite(
                "smoke",
                "The smallest training step",
                "time of a step of 3-4-4-1 with tanh on four samples, on each engine: whether all is well",
                "scalar",
                List.of(Entry.of("Smoke.trainingStep")
                        .contestants("engine", "scalar", "tape")
                        .heading(task -> Networks.describe("3-4-4-1"))));
    }

    static Suite steps() {
        ByLevel<String> networks = new ByLevel<>(
                List.of("2-16-16-1", "784-128-10"),
                List.of("3-4-4-1", "2-16-16-1", "64-32-10", "784-128-10"),
                Networks.names());
        return new Suite(
                "steps",
                "Whole training steps",
                "time of forward, backward and update of the networks that the project is measured by",
                "tape float64",
                List.of(steps(networks, contenders())));
    }

    /** Steps of networks, which may be any that {@link Networks} can read. */
    static Entry steps(ByLevel<String> networks, ByLevel<Map<String, String>> who) {
        return Entry.of("Steps.step")
                .sizes("network", Networks::isNetwork, networks)
                .contestants(who)
                .names(HandWritten.names())
                .heading(task -> Networks.describe(String.valueOf(task.get("network"))));
    }

    private static ByLevel<Map<String, String>> contenders() {
        return new ByLevel<>(
                Contestants.of(
                        WHO,
                        "tape float64 auto auto",
                        "tape float32 auto auto",
                        "scalar float64 auto auto",
                        "hand-loops float64 auto auto"),
                Contestants.of(
                        WHO,
                        "tape float64 auto auto",
                        "tape float32 auto auto",
                        "scalar float64 auto auto",
                        "hand-loops float64 auto auto",
                        "hand-kernels float64 auto auto",
                        "hand-kernels float32 auto auto"),
                Contestants.of(
                        WHO,
                        "tape float64 auto auto",
                        "tape float32 auto auto",
                        "tape float64 plain auto",
                        "tape float32 plain auto",
                        "tape float64 auto 1",
                        "tape float32 auto 1",
                        "scalar float64 auto auto",
                        "hand-loops float64 auto auto",
                        "hand-kernels float64 auto auto",
                        "hand-kernels float32 auto auto"));
    }

    static Suite scalarGraph() {
        String heading = Networks.describe("2-16-16-1") + ", number by number";
        return new Suite(
                "scalar-graph",
                "A graph of single numbers",
                "time of a gradient over 64,000 operations, as a multiple of evaluating the function in plain doubles",
                "plain doubles",
                List.of(
                        Entry.of("ScalarGraph.evaluate")
                                .label("plain doubles")
                                .asYardstick()
                                .heading(task -> heading),
                        scalarGraph("recordAndReverse", "gradient:", heading),
                        scalarGraph("recordAlone", "recording alone:", heading),
                        scalarGraph("reverseAlone", "reverse sweep alone:", heading)));
    }

    private static Entry scalarGraph(String method, String label, String heading) {
        return Entry.of("ScalarGraph." + method)
                .label(label)
                .contestants("engine", "tape", "scalar")
                .heading(task -> heading);
    }

    static Suite inference() {
        Entry forward = Entry.of("Inference.forward")
                .sizes("batch", COUNT.asMatchPredicate(), ByLevel.always("1 1000"))
                .contestants(
                        WHO,
                        "tape float64 auto auto",
                        "tape float32 auto auto",
                        "scalar float64 auto auto",
                        "hand-loops float64 auto auto")
                .names(List.of(HandWritten.LOOPS))
                .heading(task -> "784-128-10, batch " + task.get("batch"));
        Entry latency = Entry.of("Serving.latency")
                .task("network", ByLevel.of("", "784-128-10", "4-16-3 784-128-10"))
                .contestants("engine precision", "tape float64", "tape float32")
                .heading(task -> "one sample through a predictor, " + task.get("network"));
        return new Suite(
                "inference",
                "Predictions",
                "time from inputs to outputs, nothing being recorded; from normal on also how long a predictor's caller waits",
                "tape float64",
                List.of(forward, latency));
    }
}
