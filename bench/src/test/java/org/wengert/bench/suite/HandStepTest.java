package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.nn.Activation;
import org.wengert.op.MatMul;

/** The reference of all suites, against what needs no reference. */
class HandStepTest {
    private static final double H = 1e-6;

    /** Central differences in double lose about half the digits. */
    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    static List<Workload> workloads() {
        return List.of(
                Workload.named(Workload.TINY),
                Workload.named(Workload.SMALL),
                new Workload(
                        "classes",
                        Activation.RELU,
                        Workload.Objective.CROSS_ENTROPY,
                        Workload.Rule.SGD,
                        5,
                        List.of(4, 6, 3)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void gradientsAreTheSlopesOfTheLoss(Workload workload) {
        Problem problem = Problem.of(workload);

        double[] gradients = step(workload, problem).gradients();

        for (int i = 0; i < gradients.length; i++) {
            double slope = (lossNear(workload, problem, i, H) - lossNear(workload, problem, i, -H)) / (2 * H);
            assertEquals(slope, gradients[i], DIFFERENCE_TOLERANCE * Math.max(1, lossNear(workload, problem, i, 0)));
        }
    }

    private static HandStep<double[]> step(Workload workload, Problem problem) {
        return new HandStep<>(new LoopKernels(), workload, problem, 0.1);
    }

    private static double lossNear(Workload workload, Problem problem, int parameter, double by) {
        double[] moved = problem.parameters().clone();
        moved[parameter] += by;
        return step(workload, new Problem(problem.inputs(), problem.targets(), moved))
                .loss();
    }

    @Test
    void productsOfTransposedMatricesAreTheSameProducts() {
        double[] a = {1, 2, 3, 4, 5, 6};
        double[] b = {1, -1, 2, 0, 1, 3};
        double[] expected = {8, 8, 20, 14};

        assertArrayEquals(expected, product(new MatMul(false, false), a, b));
        assertArrayEquals(expected, product(new MatMul(true, false), new double[] {1, 4, 2, 5, 3, 6}, b));
        assertArrayEquals(expected, product(new MatMul(false, true), a, new double[] {1, 2, 1, -1, 0, 3}));
        assertArrayEquals(
                expected,
                product(new MatMul(true, true), new double[] {1, 4, 2, 5, 3, 6}, new double[] {1, 2, 1, -1, 0, 3}));
    }

    private static double[] product(MatMul how, double[] a, double[] b) {
        double[] c = {9, 9, 9, 9};
        new LoopKernels().product(how.transposeLeft(), how.transposeRight(), 2, 3, 2, a, b, c);
        return c;
    }

    @Test
    void problemsAreExactInFloat32AndTheSameEveryTime() {
        for (Workload workload : Workload.TABLE) {
            Problem problem = Problem.of(workload);

            for (double[] numbers : List.of(problem.inputs(), problem.targets(), problem.parameters())) {
                for (double number : numbers) {
                    assertEquals((float) number, number, 0);
                }
            }
            assertArrayEquals(problem.parameters(), Problem.of(workload).parameters());
            assertArrayEquals(problem.inputs(), Problem.of(workload).inputs());
        }
    }
}
