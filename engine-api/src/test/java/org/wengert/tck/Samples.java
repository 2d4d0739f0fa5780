package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.op.Domain;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * Where accuracy is measured: every operation that has a definition, at edge points, at kinks, and at random points of its
 * domain. Of the random ones two fifths lie between -3 and 3, three tenths between -40 and 40, and as many have any size
 * from 1e-30 to 1e3 (in single precision 1e-20). Left out are sine and cosine beyond 1e15.
 */
final class Samples {
    /** Beyond this a period of sine and cosine takes more digits than sixty. */
    private static final double PERIODIC = 1e15;

    private final Precision precision;
    private final int points;
    private final long seed;
    private final List<Sample> samples = new ArrayList<>();

    private Samples(Precision precision, int points, long seed) {
        this.precision = precision;
        this.points = points;
        this.seed = seed;
    }

    /** Samples with about so many random points an operation, always the same for a seed. */
    static List<Sample> of(Precision precision, int points, long seed) {
        Samples samples = new Samples(precision, points, seed);
        samples.unary();
        samples.binary();
        samples.structural();
        return samples.samples;
    }

    /** The name in reports: an operation on two numbers is told apart from the one on a number. */
    static String name(Op op) {
        boolean shared = op instanceof Binary
                && Unary.table().stream().anyMatch(unary -> unary.name().equals(op.name()));
        return shared ? op.name() + "(a,b)" : op.name();
    }

    private void unary() {
        List<Unary> all = Table.unary(precision).stream()
                .filter(op -> Definitions.of(op).isPresent())
                .collect(Collectors.toList());
        for (Unary op : all) {
            long variants =
                    all.stream().filter(other -> other.name().equals(op.name())).count();
            double[] kinks = Arrays.stream(op.kinks())
                    .flatMap(kink -> DoubleStream.of(kink, Math.nextUp(kink), Math.nextDown(kink)))
                    .toArray();
            double[] numbers = concat(Points.edges(precision), kinks, random(random(op), points / (int) variants));
            samples.add(Sample.elementwise(name(op), op, List.of(inside(op, op.domain(), numbers))));
        }
    }

    private void binary() {
        for (Binary op : Binary.table()) {
            if (Definitions.of(op).isEmpty()) {
                continue;
            }
            double[] edges = Points.edges(precision);
            DoubleStream.Builder left = DoubleStream.builder();
            DoubleStream.Builder right = DoubleStream.builder();
            for (double a : inside(op, op.leftDomain(), edges)) {
                for (double b : inside(op, op.rightDomain(), edges)) {
                    left.add(a);
                    right.add(b);
                }
            }
            Random random = random(op);
            double[] a = inside(op, op.leftDomain(), random(random, points));
            double[] b = inside(op, op.rightDomain(), random(random, points));
            for (int i = 0; i < Math.min(a.length, b.length); i++) {
                left.add(a[i]);
                right.add(random.nextInt(10) == 0 && op.rightDomain().contains(a[i]) ? a[i] : b[i]);
            }
            samples.add(Sample.elementwise(
                    name(op), op, List.of(left.build().toArray(), right.build().toArray())));
        }
    }

    /** Numbers of the domain that the precision holds. */
    private double[] inside(Op op, Domain domain, double... numbers) {
        double largest = op == Unary.SIN || op == Unary.COS ? PERIODIC : precision.largest();
        return Arrays.stream(numbers)
                .map(precision::round)
                .filter(x -> domain.contains(x) && Math.abs(x) <= largest)
                .toArray();
    }

    private Random random(Op op) {
        return new Random(seed * 31 + name(op).hashCode());
    }

    private double[] random(Random random, int count) {
        double least = precision == Precision.FLOAT64 ? -30 : -20;
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            double unit = 2 * random.nextDouble() - 1;
            int kind = random.nextInt(10);
            double any = Math.copySign(Math.pow(10, least + (3 - least) * random.nextDouble()), unit);
            numbers[i] = kind < 4 ? 3 * unit : kind < 7 ? 40 * unit : any;
        }
        return numbers;
    }

    /** Each case with numbers of size 1, of size 10, and whole ones among which some are equal. */
    private void structural() {
        List<StructuralCase> cases = StructuralCases.all();
        int rounds = Math.max(1, points / 100);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < cases.size(); i++) {
                StructuralCase c = cases.get(i);
                Random random = new Random(seed * 31 + round * 1009L + i);
                double size = round % 3 == 1 ? 10 : 2;
                boolean whole = round % 3 == 2;
                List<double[]> data = c.operands().stream()
                        .map(shape -> numbers(random, shape, size, whole))
                        .collect(Collectors.toList());
                double[] upstream = numbers(random, c.shape(), 2, false);
                samples.add(new Sample(c.op().name(), c.op(), c.operands(), data, upstream));
            }
        }
    }

    private double[] numbers(Random random, Shape shape, double size, boolean whole) {
        return random.doubles(shape.size(), -size, size)
                .map(x -> whole ? Math.rint(x) : precision.round(x))
                .toArray();
    }

    private static double[] concat(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
