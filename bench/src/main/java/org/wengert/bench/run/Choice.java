package org.wengert.bench.run;

import java.util.List;

/**
 * What a caller wants of a suite instead of what it has by itself; an empty list leaves that as it is.
 *
 * @param engines    names of engines or of steps written by hand
 * @param precisions {@code float64}, {@code float32}
 * @param sizes      as the suite writes them: {@code 784-128-10}, {@code 128x784x512}, {@code 65536}
 * @param kernels    {@code auto}, {@code plain}, {@code vector}
 * @param threads    {@code auto} or numbers
 */
public record Choice(
        List<String> engines, List<String> precisions, List<String> sizes, List<String> kernels, List<String> threads) {
    /** What every suite has by itself. */
    public static final Choice NONE = new Choice(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Choice {
        engines = List.copyOf(engines);
        precisions = List.copyOf(precisions);
        sizes = List.copyOf(sizes);
        kernels = List.copyOf(kernels);
        threads = List.copyOf(threads);
    }
}
