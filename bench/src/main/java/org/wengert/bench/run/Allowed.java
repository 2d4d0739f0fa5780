package org.wengert.bench.run;

/** What precisions, kernels and threads can be called, as regular expressions; between {@code |} are names. */
public final class Allowed {
    /** Of a precision. */
    public static final String PRECISION = "float64|float32";

    /** Of kernels. */
    public static final String KERNELS = "auto|plain|vector";

    /** Of threads. */
    public static final String THREADS = "auto|[1-9][0-9]{0,3}";

    private Allowed() {}
}
