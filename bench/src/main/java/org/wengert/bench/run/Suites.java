package org.wengert.bench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.bench.suite.Networks;

/** The suites that have a name. */
public final class Suites {
    private static final Pattern PRODUCT = Pattern.compile("[1-9][0-9]*x[1-9][0-9]*x[1-9][0-9]*");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]*");
    private static final String WHO = "contender precision kernels threads";

    private static final ByLevel<Map<String, String>> STEPPERS = new ByLevel<>(
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

    private static final Map<String, Suite> ALL = Stream.of(smoke(), kernels(), steps(), scalarGraph(), inference())
            .collect(Collectors.toMap(Suite::name, suite -> suite, (a, b) -> a, LinkedHashMap::new));

    private Suites() {}

    /** By name, in the order of a list. */
    public static Map<String, Suite> byName() {
        return ALL;
    }

    /** Contenders that are no engines: steps written by hand. */
    public static List<String> handWritten() {
        return List.of("hand-loops", "hand-kernels");
    }

    private static Suite smoke() {
        return new Suite(
                "smoke",
                "The smallest training step",
                "time of a step of 3-4-4-1 with tanh on four samples, on each engine: whether all is well",
                "scalar",
                List.of(Entry.of("Smoke.trainingStep")
                        .contestants("engine", "scalar", "tape")
                        .heading(task -> Networks.describe("3-4-4-1"))));
    }

    private static Suite kernels() {
        return new Suite(
                "kernels",
                "Matrix products and elementwise operations",
                "time of a product, and of an elementwise operation and its gradient for each number",
                "",
                List.of(
                        products(new ByLevel<>(
                                List.of("128x784x512", "17x17x17"),
                                List.of("128x784x512", "64x784x128", "100x16x16", "1x784x128", "17x17x17"),
                                List.of(
                                        "128x784x512",
                                        "128x512x512",
                                        "64x784x128",
                                        "128x512x10",
                                        "100x16x16",
                                        "1x784x128",
                                        "17x17x17"))),
                        elementwise("forward"),
                        elementwise("gradient")));
    }

    private static Entry products(ByLevel<String> sizes) {
        return Entry.of("KernelProducts.product")
                .sizes("sizes", PRODUCT.asMatchPredicate(), sizes)
                .task("transposed", new ByLevel<>(List.of("nn"), List.of("nn"), List.of("nn", "nt", "tn")))
                .contestants(new ByLevel<>(
                        Contestants.of(
                                "engine precision kernels threads", "tape float64 auto auto", "tape float32 auto auto"),
                        Contestants.of(
                                "engine precision kernels threads", "tape float64 auto auto", "tape float32 auto auto"),
                        Contestants.of(
                                "engine precision kernels threads",
                                "tape float64 auto auto",
                                "tape float32 auto auto",
                                "tape float64 plain auto",
                                "tape float32 plain auto",
                                "tape float64 auto 1",
                                "tape float32 auto 1")))
                .heading(task -> "product " + task.get("sizes") + " " + task.get("transposed"));
    }

    private static Entry elementwise(String method) {
        return Entry.of("KernelElementwise." + method)
                .task(
                        "operation",
                        new ByLevel<>(
                                List.of("tanh"),
                                List.of("tanh", "relu", "mul"),
                                List.of("relu", "tanh", "exp", "sigmoid", "log", "gelu", "add", "mul", "bias")))
                .sizes(
                        "n",
                        COUNT.asMatchPredicate(),
                        new ByLevel<>(List.of("65536"), List.of("65536"), List.of("64", "65536")))
                .contestants(new ByLevel<>(
                        Contestants.of("engine precision kernels", "tape float32 plain", "tape float32 vector"),
                        Contestants.of("engine precision kernels", "tape float32 plain", "tape float32 vector"),
                        Contestants.of(
                                "engine precision kernels",
                                "tape float64 plain",
                                "tape float64 vector",
                                "tape float32 plain",
                                "tape float32 vector")))
                .heading(task -> task.get("operation") + ", " + method + ", each of " + task.get("n") + " numbers");
    }

    private static Suite steps() {
        return new Suite(
                "steps",
                "Whole training steps",
                "time of forward, backward and update of the networks that the project is measured by",
                "tape float64",
                List.of(steps(
                        new ByLevel<>(
                                List.of("2-16-16-1", "784-128-10"),
                                List.of("3-4-4-1", "2-16-16-1", "64-32-10", "784-128-10"),
                                Networks.names()),
                        STEPPERS)));
    }

    /** Steps of networks, which may be any that {@link Networks} can read. */
    static Entry steps(ByLevel<String> networks, ByLevel<Map<String, String>> who) {
        return Entry.of("Steps.step")
                .sizes("network", Networks::isNetwork, networks)
                .contestants(who)
                .heading(task -> Networks.describe(String.valueOf(task.get("network"))));
    }

    private static Suite scalarGraph() {
        String heading = Networks.describe("2-16-16-1") + ", number by number";
        return new Suite(
                "scalar-graph",
                "A graph of single numbers",
                "time of a gradient over 64,000 operations, as a multiple of evaluating the function in plain doubles",
                "plain doubles",
                List.of(
                        Entry.of("ScalarGraph.evaluate").label("plain doubles").heading(task -> heading),
                        scalarGraph("recordAndReverse", "gradient", heading),
                        scalarGraph("recordAlone", "recording alone", heading),
                        scalarGraph("reverseAlone", "reverse sweep alone", heading)));
    }

    private static Entry scalarGraph(String method, String label, String heading) {
        return Entry.of("ScalarGraph." + method)
                .label(label)
                .contestants("engine", "tape", "scalar")
                .heading(task -> heading);
    }

    private static Suite inference() {
        Entry latency = Entry.of("Serving.latency")
                .task("network", new ByLevel<>(List.of(), List.of("784-128-10"), List.of("4-16-3", "784-128-10")))
                .contestants("engine precision", "tape float64", "tape float32")
                .heading(task -> "one sample through a predictor, " + task.get("network"));
        Entry forward = Entry.of("Inference.forward")
                .sizes("batch", COUNT.asMatchPredicate(), ByLevel.always("1", "1000"))
                .contestants(
                        WHO,
                        "tape float64 auto auto",
                        "tape float32 auto auto",
                        "scalar float64 auto auto",
                        "hand-loops float64 auto auto")
                .heading(task -> "784-128-10, batch " + task.get("batch"));
        return new Suite(
                "inference",
                "Predictions",
                "time from inputs to outputs, nothing being recorded; from normal on also how long a caller of a predictor waits",
                "tape float64",
                List.of(forward, latency));
    }
}
