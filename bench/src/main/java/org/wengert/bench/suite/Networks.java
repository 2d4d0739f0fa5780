package org.wengert.bench.suite;

import java.util.List;

/** The networks that steps can be timed of, as texts: {@link NetworkText} says which there are. */
public final class Networks {
    private Networks() {}

    /** Those that have a name, from small to large. */
    public static List<String> names() {
        return Workload.TABLE.stream().map(Workload::name).toList();
    }

    /** Whether a text is a network. */
    public static boolean isNetwork(String text) {
        try {
            Workload.named(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * What a training step of a network is about, as a heading: {@code 784-128-10, relu, cross-entropy, sgd, batch 64}.
     *
     * @throws IllegalArgumentException if the text is no network, saying what is wrong with it and what is allowed
     */
    public static String describe(String text) {
        return Workload.named(text).description();
    }
}
