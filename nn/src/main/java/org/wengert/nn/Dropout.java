package org.wengert.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * In a training pass sets each number to 0 with probability {@code rate} and divides those that are left by
 * {@code 1 - rate}, so that the expectation stays; an evaluation changes nothing (Srivastava et al. 2014, inverted
 * form). Any shape.
 */
public final class Dropout implements Model {
    private static final double TWO_TO_32 = 0x1p32;

    private final Engine engine;
    private final double rate;

    private Dropout(Engine engine, double rate) {
        this.engine = engine;
        this.rate = rate;
    }

    /**
     * Dropout.
     *
     * @param rate the probability that a number is dropped, from 0 and below 1
     * @throws ModelException if it is anything else
     */
    public static Dropout of(Engine engine, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new ModelException("dropout: the rate must be at least 0 and below 1: got " + rate);
        }
        return new Dropout(engine, rate);
    }

    @Override
    public Value forward(Value x) {
        return x;
    }

    @Override
    public Value forward(Value x, Pass pass) {
        return pass.isTraining() && rate > 0 ? x.mul(mask(x.shape(), pass.random())) : x;
    }

    /** Two decisions from each 64 random bits: drawing them is a good part of what dropout costs. */
    private Value mask(Shape shape, RandomGenerator random) {
        long threshold = Math.round(rate * TWO_TO_32);
        double scale = 1 / (1 - rate);
        double[] mask = new double[shape.size()];
        long bits = 0;
        for (int i = 0; i < mask.length; i++) {
            bits = i % 2 == 0 ? random.nextLong() : bits >>> Integer.SIZE;
            mask[i] = (bits & 0xFFFF_FFFFL) < threshold ? 0 : scale;
        }
        return engine.constant(shape, mask);
    }

    @Override
    public List<Variable> variables() {
        return List.of();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Blueprint blueprint() {
        return new Blueprint.Dropout(rate);
    }

    /** The probability that a number is dropped. */
    public double rate() {
        return rate;
    }
}
