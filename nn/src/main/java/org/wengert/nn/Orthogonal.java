package org.wengert.nn;

import java.util.random.RandomGenerator;

/** Draws the weights of a layer together: vectors at right angles and of one length. */
record Orthogonal(double gain) implements Initializer {
    @Override
    public double draw(int fanIn, int fanOut, RandomGenerator random) {
        throw new ModelException("orthogonal: weights are drawn together, a layer's at a time: got one weight of "
                + fanIn + " inputs and " + fanOut + " outputs; call forLayer first");
    }

    @Override
    public Initializer gain(double factor) {
        return new Orthogonal(gain * factor);
    }

    @Override
    public Initializer forLayer(int fanIn, int fanOut, RandomGenerator random) {
        boolean wide = fanIn >= fanOut;
        double[][] vectors = vectors(Math.min(fanIn, fanOut), Math.max(fanIn, fanOut), random);
        int[] next = {0};
        return (in, out, none) -> {
            int output = next[0] / fanIn;
            int input = next[0]++ % fanIn;
            return gain * (wide ? vectors[output][input] : vectors[input][output]);
        };
    }

    /** So many normal vectors, each made orthogonal to those before it and of length 1 (Gram and Schmidt). */
    private static double[][] vectors(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            double[] vector = vectors[k];
            for (int i = 0; i < length; i++) {
                vector[i] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) { // what rounding leaves of the first pass goes in the second
                for (int other = 0; other < k; other++) {
                    add(vector, -dot(vector, vectors[other]), vectors[other]);
                }
            }
            add(vector, 1 / Math.sqrt(dot(vector, vector)) - 1, vector);
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
