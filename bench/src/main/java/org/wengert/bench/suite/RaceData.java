package org.wengert.bench.suite;

/** Where races find what they learn from. */
public final class RaceData {
    /** The system property that names the folder of digits.csv and of MNIST's files, if no parameter does. */
    public static final String FOLDER = "wengert.bench.data";

    private RaceData() {}
}
