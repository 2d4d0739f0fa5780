package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One vector of numbers: reading, writing and comparing.
 */
final class Float64Vectors {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final double ZERO = 0;
    private static final double ONE = 1;

    private Float64Vectors() {}

    static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    /** {@code y (+)= x}. */
    static void put(DoubleVector x, double[] y, int at, boolean add) {
        if (add) {
            load(y, at).add(x).intoArray(y, at);
        } else {
            x.intoArray(y, at);
        }
    }

    static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    static DoubleVector one() {
        return all(ONE);
    }

    static DoubleVector nan() {
        return all(Double.NaN);
    }

    static VectorMask<Double> positive(DoubleVector x) {
        return x.compare(VectorOperators.GT, ZERO);
    }

    static VectorMask<Double> negative(DoubleVector x) {
        return x.compare(VectorOperators.LT, ZERO);
    }

    static VectorMask<Double> isNan(DoubleVector x) {
        return x.test(VectorOperators.IS_NAN);
    }
}
