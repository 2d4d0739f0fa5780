package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.error.ConfigurationException;

/** Streams of other implementations: the authors', the C++ standard's, NumPy's and CPython 3.11's. */
class Mt19937Test {
    private static double[] draws(int n, DoubleSupplier supplier) {
        return DoubleStream.generate(supplier).limit(n).toArray();
    }

    private static int[] ints(int n, RandomGenerator random, int bound) {
        return IntStream.generate(() -> random.nextInt(bound)).limit(n).toArray();
    }

    /** [rand.predef]: the 10000th number of a {@code mt19937} that begins with its usual seed. */
    @Test
    void theTenThousandthNumberIsThatOfTheStandard() {
        Mt19937 random = Mt19937.numpy(5489);
        for (int i = 1; i < 10_000; i++) {
            random.nextInt();
        }
        assertEquals(4123659995L, Integer.toUnsignedLong(random.nextInt()));
    }

    /** The first numbers of the authors' {@code mt19937ar.out}, whose key is that of this seed. */
    @Test
    void aKeySetsAllWordsAsTheAuthorsDo() {
        long[] expected = {1067595299, 955945823, 477289528, 4107218783L, 4228976476L};
        Mt19937 random = Mt19937.python(new BigInteger("00000456000003450000023400000123", 16));
        for (long number : expected) {
            assertEquals(number, Integer.toUnsignedLong(random.nextInt()));
        }
    }

    @Test
    void numpyDrawsEvenNumbers() {
        double[] expected = {
            0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.5986584841970366, 0.15601864044243652
        };
        assertArrayEquals(expected, draws(5, Mt19937.numpy(42)::nextDouble));
        Mt19937 random = Mt19937.numpy(42);
        double[] between = Arrays.stream(expected).map(u -> -2 + 5 * u).toArray();
        assertArrayEquals(between, draws(5, () -> random.nextDouble(-2, 3)));
    }

    @Test
    void numpyDrawsNormalNumbers() {
        double[] expected = {
            0.4967141530112327, -0.13826430117118466, 0.6476885381006925, 1.5230298564080254, -0.23415337472333597
        };
        double[] drawn = draws(5, Mt19937.numpy(42)::nextGaussian);
        for (int i = 0; i < expected.length; i++) {
            Close.assertUlps(expected[i], drawn[i], 1);
        }
    }

    @Test
    void numpyDrawsWholeNumbersAndOrders() {
        assertArrayEquals(new int[] {51, 92, 14, 71, 60}, ints(5, Mt19937.numpy(42), 100));
        assertArrayEquals(
                new int[] {8, 1, 5, 0, 7, 2, 9, 4, 3, 6}, Mt19937.numpy(42).permutation(10));
    }

    @Test
    void numpyDrawsNothingWhereThereIsNoChoice() {
        Mt19937 random = Mt19937.numpy(42);
        assertEquals(7, random.nextInt(7, 8));
        assertEquals(0.3745401188473625, random.nextDouble());
    }

    @Test
    void pythonDrawsEvenNumbers() {
        assertArrayEquals(
                new double[] {0.6394267984578837, 0.025010755222666936, 0.27502931836911926},
                draws(3, Mt19937.python(42)::nextDouble));
        assertEquals(0.8444218515250481, Mt19937.python(0).nextDouble());
        assertEquals(0.32383276483316237, Mt19937.python(7).nextDouble());
        assertEquals(0.32383276483316237, Mt19937.python(-7).nextDouble());
    }

    @Test
    void pythonTakesSeedsOfSeveralWords() {
        Mt19937 random = Mt19937.python(new BigInteger("12345678901234567890"));
        assertArrayEquals(new double[] {0.5120180983871961, 0.9318805526703359}, draws(2, random::nextDouble));
        double[] expected = {-1.2245269145210904, -1.5247670359121732, -0.43909004723639117};
        double[] drawn = draws(3, random::nextGaussian);
        for (int i = 0; i < expected.length; i++) {
            Close.assertUlps(expected[i], drawn[i], 1);
        }
    }

    @Test
    void pythonDrawsWholeNumbersAndOrders() {
        Mt19937 random = Mt19937.python(7);
        int[] order = IntStream.range(0, 10).toArray();
        random.shuffle(order);
        assertArrayEquals(new int[] {8, 3, 1, 4, 7, 0, 9, 6, 2, 5}, order);
        assertArrayEquals(new int[] {64, 27, 4, 11, 55, 53, 8, 30}, ints(8, random, 100));
        assertEquals(389609433, random.nextLong(1L << 31));
        assertEquals(1823296038, random.nextLong(1L << 31));
        assertEquals(273011544783L, random.nextLong((1L << 40) + 1));
        assertEquals(493695537245L, random.nextLong((1L << 40) + 1));
        assertEquals(2708517688L, Integer.toUnsignedLong(random.nextInt()));
        assertEquals("10754394637803157173", Long.toUnsignedString(random.nextLong()));
    }

    @Test
    void aRestoredOneGoesOnInTheMiddleOfAPair() {
        for (List<Mt19937> two : List.of(
                List.<Mt19937>of(Mt19937.numpy(1), Mt19937.numpy(2)),
                List.<Mt19937>of(Mt19937.python(1), Mt19937.python(2)))) {
            Mt19937 whole = two.get(0);
            Mt19937 rest = two.get(1);
            draws(1001, whole::nextGaussian);
            Mt19937.State saved = whole.state();

            rest.restore(saved);

            assertEquals(saved, rest.state());
            assertArrayEquals(draws(1500, whole::nextGaussian), draws(1500, rest::nextGaussian));
            assertEquals(whole.state(), rest.state());
            assertNotEquals(saved, rest.state());
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        Refused.with(
                ConfigurationException.class,
                "numpy: the seed must be from 0 to 4294967295: got -1",
                () -> Mt19937.numpy(-1));
        Refused.with(
                ConfigurationException.class,
                "mt19937: a state has 624 words, 0 to 624 of them used: got 5 words, 0 used",
                () -> new Mt19937.State(new int[5], 0, false, 0));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Mt19937.python(1).nextInt(0));
        assertEquals("mt19937: the bound must be 1 to 2^63 - 1 above the origin: 0, 0", refusal.getMessage());
    }
}
