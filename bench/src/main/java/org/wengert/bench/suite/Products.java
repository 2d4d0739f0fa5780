package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wengert.Shape;
import org.wengert.nn.Randoms;

/**
 * The operands of a matrix product {@code [m, k] x [k, n]}, exact in float32, from a fixed seed.
 *
 * @param transposeA whether {@code a} is stored as {@code [k, m]}
 * @param transposeB whether {@code b} is stored as {@code [n, k]}
 */
record Products(int m, int k, int n, boolean transposeA, boolean transposeB, double[] a, double[] b) {
    private static final Pattern SIZES = Pattern.compile("([0-9]+)x([0-9]+)x([0-9]+)");
    private static final long SEED = 7;

    /**
     * The operands of a product.
     *
     * @param sizes      {@code 128x784x512}: rows of the result, numbers summed over, columns
     * @param transposed {@code nn}, {@code nt}, {@code tn} or {@code tt}: how the left and the right operand are stored
     */
    static Products of(String sizes, String transposed) {
        Matcher matcher = SIZES.matcher(sizes);
        if (!matcher.matches() || !transposed.matches("[nt]{2}")) {
            throw new IllegalArgumentException(
                    "benchmark: a product is written as 128x784x512 and nn, nt, tn or tt: got " + sizes + " and "
                            + transposed);
        }
        int m = Integer.parseInt(matcher.group(1));
        int k = Integer.parseInt(matcher.group(2));
        int n = Integer.parseInt(matcher.group(3));
        RandomGenerator random = Randoms.seeded(SEED);
        return new Products(
                m,
                k,
                n,
                transposed.charAt(0) == 't',
                transposed.charAt(1) == 't',
                numbers(m * k, random),
                numbers(k * n, random));
    }

    private static double[] numbers(int count, RandomGenerator random) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> 2 * random.nextFloat() - 1);
        return numbers;
    }

    Shape shapeA() {
        return transposeA ? Shape.of(k, m) : Shape.of(m, k);
    }

    Shape shapeB() {
        return transposeB ? Shape.of(n, k) : Shape.of(k, n);
    }

    /** Multiplications and additions of one product. */
    double flops() {
        return 2.0 * m * k * n;
    }

    /** The product, by naive loops in double. */
    double[] product() {
        double[] c = new double[m * n];
        new LoopKernels().product(transposeA, transposeB, m, k, n, a, b, c);
        return c;
    }
}
