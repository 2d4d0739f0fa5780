package org.wengert.tck;

import java.util.Optional;

/**
 * What came of random graphs.
 *
 * @param cases   how many were tried, or were to be tried when one failed
 * @param worst   the largest error, as a share of what roundings to first order may come to
 * @param failure the smallest graph found on which the engine is wrong, with programs that show it
 */
public record GraphsReport(int cases, double worst, Optional<String> failure) {}
