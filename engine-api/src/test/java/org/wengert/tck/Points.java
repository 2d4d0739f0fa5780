package org.wengert.tck;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.wengert.op.Domain;

/** Where operations are tried. */
final class Points {
    /** Closer than this to a kink or to an end of a domain no difference quotient is trusted. */
    static final double MARGIN = 0.05;

    /** Where formulas in double precision break. */
    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-310,
        Double.MIN_NORMAL,
        1e-20,
        20,
        -20,
        700,
        -700,
        745,
        -746,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
    };

    /** Where those in single precision break, beside the others rounded to it. */
    private static final double[] SINGLE_EDGES = {
        Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, Float.MIN_NORMAL, 88, -88, 103, -104, 1e38f, -1e38f, Float.MAX_VALUE,
    };

    private Points() {}

    /** Numbers of this precision at which formulas break. */
    static double[] edges(Precision precision) {
        return precision == Precision.FLOAT64
                ? EDGES.clone()
                : DoubleStream.concat(Arrays.stream(precision.round(EDGES)), Arrays.stream(SINGLE_EDGES))
                        .toArray();
    }

    /** Ordinary numbers inside a domain, always the same ones, none near its ends or near a kink. */
    static double[] ordinary(Domain domain, double... kinks) {
        Random random = new Random(20240117);
        DoubleStream around = random.doubles(24, -3, 3);
        double low = Double.isFinite(domain.low()) ? domain.low() : -3;
        double high = Double.isFinite(domain.high()) ? domain.high() : low + 6;
        DoubleStream inside = random.doubles(24, low, high);
        return DoubleStream.concat(around, inside)
                .filter(x -> isOrdinary(x, domain, kinks))
                .toArray();
    }

    private static boolean isOrdinary(double x, Domain domain, double... kinks) {
        return domain.contains(x - MARGIN)
                && domain.contains(x + MARGIN)
                && !(domain.punctured() && Math.abs(x) < 0.2)
                && Arrays.stream(kinks).allMatch(kink -> Math.abs(x - kink) > MARGIN);
    }

    /** Numbers between -2 and 2 in no particular order, always the same for a seed. */
    static double[] random(long seed, int size) {
        return new Random(seed).doubles(size, -2, 2).toArray();
    }

    /** Numbers between -2 and 2 in no particular order, each at least half of {@code 4 / size} from the next. */
    static double[] spaced(long seed, int size) {
        double[] jitter = random(seed, size);
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> 4.0 / size * (i * 7919L % size + jitter[i] / 8 + 0.5) - 2);
        return numbers;
    }

    /** The first numbers of a list, repeated until there are enough. */
    static double[] cycled(double[] numbers, int offset, int size) {
        double[] result = new double[size];
        Arrays.setAll(result, i -> numbers[(i + offset) % numbers.length]);
        return result;
    }
}
