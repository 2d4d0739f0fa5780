package org.wengert.bench.run;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.bench.suite.HandWritten;

/** What rows can be chosen by like an engine, and is none. */
final class OtherNames {
    /** PyTorch, through DJL. */
    static final String PYTORCH = "pytorch";

    /** DL4J with ND4J. */
    static final String DL4J = "dl4j";

    /** Spark MLlib. */
    static final String SPARK = "spark";

    /** netlib's BLAS in Java. */
    static final String NETLIB = "netlib-java";

    /** The machine's BLAS. */
    static final String INSTALLED = "installed";

    /** All of them, and the steps written by hand. */
    static final Set<String> ALL = Stream.concat(
                    HandWritten.names().stream(), Stream.of(PYTORCH, DL4J, SPARK, NETLIB, INSTALLED))
            .collect(Collectors.toUnmodifiableSet());

    private OtherNames() {}
}
