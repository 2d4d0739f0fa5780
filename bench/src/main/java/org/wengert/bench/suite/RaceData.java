package org.wengert.bench.suite;

/** Where races find what they learn from. */
public final class RaceData {
    /**
     * The system property that names the folder of digits.csv and of MNIST's files, if no parameter does. It does not begin with
     * {@code wengert.}: engines refuse such properties that they do not know.
     */
    public static final String FOLDER = "bench.data";

    private RaceData() {}
}
