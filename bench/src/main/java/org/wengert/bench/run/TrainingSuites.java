package org.wengert.bench.run;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wengert.bench.suite.Networks;

/** What training takes in the long run: until it is good enough, as it grows, and in memory. */
final class TrainingSuites {
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private TrainingSuites() {}

    static Suite training() {
        return new Suite(
                "training",
                "Training to a target accuracy",
                "time and steps to 99% at moons, 96% at digits and 97.5% at MNIST on held-out samples, from a cold start",
                "tape float64",
                List.of(
                        race("TrainingRace")
                                .contestants("engine precision", "tape float64", "tape float32", "scalar float64"),
                        peer("PyTorchRace", OtherNames.PYTORCH)
                                .contestants("precision", "float64", "float32")
                                .ofPeer(PeerSuites.PROFILE),
                        peer("Dl4jRace", OtherNames.DL4J)
                                .contestants("precision", "float64", "float32")
                                .ofPeer(PeerSuites.JVM_PROFILE),
                        peer("SparkRace", OtherNames.SPARK).ofPeer(PeerSuites.JVM_PROFILE)));
    }

    private static Entry race(String suite) {
        return Entry.of(suite + ".race")
                .sizes(
                        "task",
                        List.of("moons", "digits", "mnist")::contains,
                        ByLevel.of("moons", "moons digits", "moons digits mnist"));
    }

    private static Entry peer(String suite, String name) {
        return race(suite).label(name).names(List.of(name));
    }

    static Suite scaling() {
        return new Suite(
                "scaling",
                "Cost by growth",
                "time and memory of a step as networks, batches and graphs grow, with fitted exponents",
                "tape float64",
                List.of(
                        growth("width", ByLevel.of("", "10 30 100 300 1000", "10 30 100 300 1000")),
                        growth("depth", ByLevel.of("", "", "10 30 100 300")),
                        growth("batch", ByLevel.of("", "100 300 1000 3000 10000", "10 30 100 300 1000 3000 10000")),
                        growth(
                                "nodes",
                                ByLevel.of(
                                        "100 1000 10000 100000",
                                        "100 1000 10000 100000",
                                        "100 1000 10000 100000 1000000 10000000"))));
    }

    private static Entry growth(String axis, ByLevel<String> sizes) {
        List<String> itself = List.of(axis);
        return Entry.of("Growth.step")
                .task(
                        "axis",
                        new ByLevel<>(
                                sizes.quick().isEmpty() ? List.<String>of() : itself,
                                sizes.normal().isEmpty() ? List.<String>of() : itself,
                                itself))
                .sizes("size", COUNT.asMatchPredicate(), sizes)
                .axis("size")
                .contestants("engine precision", "tape float64", "scalar float64");
    }

    static Suite memory() {
        Entry step = Entry.of("Memory.step")
                .sizes(
                        "network",
                        Networks::isNetwork,
                        new ByLevel<>(
                                List.of("2-16-16-1", "784-128-10"),
                                List.of("2-16-16-1", "784-128-10"),
                                Networks.names()))
                .contestants("engine precision", "tape float64", "tape float32", "scalar float64")
                .heading(task -> Networks.describe(String.valueOf(task.get("network"))));
        return new Suite(
                "memory",
                "What training keeps",
                "bytes that a step allocates and holds for each node; from normal on also the heap after a million steps",
                "tape float64",
                List.of(
                        step,
                        longRun("millionSteps", "million steps", "a million steps of 3-4-4-1"),
                        longRun(
                                "thousandNetworks",
                                "thousand networks",
                                "a thousand networks 64-32-10, made, trained a step and forgotten")));
    }

    private static Entry longRun(String method, String label, String heading) {
        List<Map<String, String>> who = Contestants.of("engine precision", "tape float64", "scalar float64");
        return Entry.of("Memory." + method)
                .label(label + ":")
                .contestants(new ByLevel<>(List.of(), who, who))
                .heading(task -> heading);
    }
}
