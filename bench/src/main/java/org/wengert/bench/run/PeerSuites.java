package org.wengert.bench.run;

import java.util.List;
import java.util.Map;
import org.wengert.bench.suite.Networks;

/** Other libraries, which are there in builds with the profile {@code peers}. */
final class PeerSuites {
    static final String PROFILE = "peers";

    /** Of libraries that bring too much for one jar. */
    static final String JVM_PROFILE = "peers-jvm";

    private PeerSuites() {}

    static Suite peers() {
        ByLevel<String> networks = ByLevel.of(
                "784-128-10 784-512-512-10",
                "64-32-10 784-128-10 784-512-512-10",
                "3-4-4-1 2-16-16-1 64-32-10 784-128-10 784-512-512-10");
        Entry tape = StepSuites.steps(
                        networks,
                        ByLevel.always(Contestants.of(StepSuites.WHO, "tape float32 auto 1", "tape float32 auto 2")))
                .asYardstick();
        List<Map<String, String>> pytorches = Contestants.of("precision threads", "float32 1", "float32 2");
        Entry pytorch = Entry.of("PyTorchSteps.step")
                .label(OtherNames.PYTORCH)
                .names(List.of(OtherNames.PYTORCH))
                .sizes("network", Networks::isNetwork, networks)
                .contestants(new ByLevel<>(Contestants.of("precision threads", "float32 2"), pytorches, pytorches))
                .heading(task -> Networks.describe(String.valueOf(task.get("network"))))
                .ofPeer(PROFILE);
        ByLevel<String> sizes =
                ByLevel.of("128x784x512", "128x784x512 64x784x128", "128x784x512 64x784x128 100x16x16 1x784x128");
        Entry product = KernelSuites.products("KernelProducts.product", sizes)
                .contestants("engine precision threads", "tape float32 1")
                .asYardstick();
        Entry blas = KernelSuites.products("PeerProducts.product", sizes)
                .contestants("peer precision", OtherNames.NETLIB + " float32", OtherNames.INSTALLED + " float32")
                .names(List.of(OtherNames.NETLIB, OtherNames.INSTALLED))
                .ofPeer(PROFILE);
        return new Suite(
                "peers",
                "Other libraries at the same work",
                "time of steps on PyTorch and of products by other BLAS libraries; what is allocated is Java's heap alone",
                "tape float32 1 thread",
                List.of(tape, pytorch, product, blas));
    }
}
