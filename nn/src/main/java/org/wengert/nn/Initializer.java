package org.wengert.nn;

import java.util.random.RandomGenerator;

/** Draws the first value of one weight, given how many inputs and outputs its layer has. */
@FunctionalInterface
public interface Initializer {
    /** Even over -1 to 1, whatever the layer. */
    Initializer UNIFORM = (fanIn, fanOut, random) -> -1 + 2 * random.nextDouble();

    /** Normal with mean 0 and standard deviation 1, whatever the layer. */
    Initializer NORMAL = (fanIn, fanOut, random) -> random.nextGaussian();

    /** Even over +-sqrt(6 / (fanIn + fanOut)), for tanh, sigmoid and none (Glorot and Bengio 2010). */
    Initializer XAVIER =
            (fanIn, fanOut, random) -> Math.sqrt(6.0 / (fanIn + fanOut)) * UNIFORM.draw(fanIn, fanOut, random);

    /** Even over +-sqrt(6 / fanIn), for relu and its like (He et al. 2015). */
    Initializer KAIMING = (fanIn, fanOut, random) -> Math.sqrt(6.0 / fanIn) * UNIFORM.draw(fanIn, fanOut, random);

    /** Always 0; draws nothing. */
    Initializer ZEROS = (fanIn, fanOut, random) -> 0;

    /** One number; takes as many from the generator as it needs. */
    double draw(int fanIn, int fanOut, RandomGenerator random);

    /** The same, each number multiplied by a gain. */
    default Initializer gain(double gain) {
        return (fanIn, fanOut, random) -> gain * draw(fanIn, fanOut, random);
    }
}
