package org.wengert.nn;

import java.util.random.RandomGenerator;

/**
 * Draws the first value of one weight, given how many inputs and outputs its layer has. A gain makes up for what an
 * activation takes from the variance; see {@link Activation#gain()}.
 */
@FunctionalInterface
public interface Initializer {
    /** Even over -1 to 1, whatever the layer. */
    Initializer UNIFORM = (fanIn, fanOut, random) -> -1 + 2 * random.nextDouble();

    /** Normal with mean 0 and standard deviation 1, whatever the layer. */
    Initializer NORMAL = (fanIn, fanOut, random) -> random.nextGaussian();

    /** Even over +-sqrt(6 / (fanIn + fanOut)), for tanh, sigmoid and none (Glorot and Bengio 2010). */
    Initializer XAVIER =
            (fanIn, fanOut, random) -> Math.sqrt(6.0 / (fanIn + fanOut)) * UNIFORM.draw(fanIn, fanOut, random);

    /** Even over +-sqrt(6 / fanIn), for relu and its like (He et al. 2015): its gain of sqrt(2) is within. */
    Initializer KAIMING = (fanIn, fanOut, random) -> Math.sqrt(6.0 / fanIn) * UNIFORM.draw(fanIn, fanOut, random);

    /** Always 0; draws nothing. */
    Initializer ZEROS = (fanIn, fanOut, random) -> 0;

    /** One number; takes as many from the generator as it needs. */
    double draw(int fanIn, int fanOut, RandomGenerator random);

    /**
     * What draws the weights of one layer, one after another, output by output; this itself, unless they are drawn
     * together.
     */
    default Initializer forLayer(int fanIn, int fanOut, RandomGenerator random) {
        return this;
    }

    /** The same, each number multiplied by a gain. */
    default Initializer gain(double gain) {
        return (fanIn, fanOut, random) -> gain * draw(fanIn, fanOut, random);
    }

    /**
     * Even over {@code low} to {@code high}.
     *
     * @throws ModelException if {@code low} is not below {@code high}, or one is not finite
     */
    static Initializer uniform(double low, double high) {
        if (!(low < high && Double.isFinite(high - low))) {
            throw new ModelException("uniform: the lower bound must be below the upper: got " + low + " and " + high);
        }
        return (fanIn, fanOut, random) -> low + (high - low) * random.nextDouble();
    }

    /**
     * Normal.
     *
     * @throws ModelException if the mean is not finite, or the standard deviation not a finite number from 0
     */
    static Initializer normal(double mean, double deviation) {
        if (!(Double.isFinite(mean) && deviation >= 0 && deviation <= Double.MAX_VALUE)) {
            throw new ModelException("normal: a finite mean and a standard deviation from 0 are needed: got " + mean
                    + " and " + deviation);
        }
        return (fanIn, fanOut, random) -> mean + deviation * random.nextGaussian();
    }

    /** Always the same number; draws nothing. */
    static Initializer constant(double number) {
        return (fanIn, fanOut, random) -> number;
    }

    /** Even over +-gain sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    static Initializer xavierUniform(double gain) {
        return XAVIER.gain(gain);
    }

    /** Normal with standard deviation gain sqrt(2 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    static Initializer xavierNormal(double gain) {
        return (fanIn, fanOut, random) -> gain * Math.sqrt(2.0 / (fanIn + fanOut)) * random.nextGaussian();
    }

    /** Even over +-gain sqrt(3 / fanIn) (He et al. 2015), PyTorch's {@code fan_in}. */
    static Initializer kaimingUniform(double gain) {
        return (fanIn, fanOut, random) -> gain * Math.sqrt(3.0 / fanIn) * UNIFORM.draw(fanIn, fanOut, random);
    }

    /** Normal with standard deviation gain / sqrt(fanIn) (He et al. 2015), PyTorch's {@code fan_in}. */
    static Initializer kaimingNormal(double gain) {
        return (fanIn, fanOut, random) -> gain / Math.sqrt(fanIn) * random.nextGaussian();
    }

    /**
     * A random orthogonal matrix times a gain (Saxe et al. 2014): outputs have weights at right angles and of length
     * {@code gain}, or inputs have if there are fewer of them. It costs about as much as a product of three such
     * matrices.
     */
    static Initializer orthogonal(double gain) {
        return new Orthogonal(gain);
    }
}
