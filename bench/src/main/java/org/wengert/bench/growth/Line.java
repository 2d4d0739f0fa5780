package org.wengert.bench.growth;

import java.util.Arrays;

/**
 * The straight line {@code y = a + b x} through points by least squares: its slope {@code b} and that slope's standard
 * error, {@code sqrt(RSS / (n - 2) / sum((x - mean x)^2))}.
 */
record Line(double slope, double error) {
    /**
     * The line through at least three points that do not all have one {@code x}.
     *
     * @param x as many numbers as {@code y}
     */
    static Line through(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sxx += (x[i] - meanX) * (x[i] - meanX);
            sxy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = sxy / sxx;
        double rss = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - meanY - slope * (x[i] - meanX);
            rss += residual * residual;
        }
        return new Line(slope, Math.sqrt(rss / (x.length - 2) / sxx));
    }
}
