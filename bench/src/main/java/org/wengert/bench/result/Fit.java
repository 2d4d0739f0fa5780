package org.wengert.bench.result;

/**
 * How a cost grows: {@code cost ~ size ^ exponent}, by least squares over the logarithms.
 *
 * @param group     the rows it belongs to
 * @param contender the rows it belongs to
 * @param axis      what grows: {@code width}, {@code nodes}
 * @param cost      what is paid: {@code time}, or a key of {@link Row#figures}
 * @param exponent  1 is linear
 */
public record Fit(String group, String contender, String axis, String cost, Estimate exponent) {}
