package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vector kernels give the same bits interpreted and compiled, which the Vector API's own functions do not. */
class CompiledBitsTest {
    private static final int NUMBERS = 1000;
    private static final int CLASSES = 10;

    /** Enough for every loop to be compiled. */
    private static final int REPEATS = 1500;

    /** One line for each operation and precision: a hash of values' and of slopes' bits. */
    public static void main(String[] args) {
        System.out.print(lines(1));
    }

    private static String lines(int repeats) {
        return Stream.<Kernels<?>>of(
                        new VectorFloat64Kernels(new PlainFloat64Product(new Workers(1)), true),
                        new VectorFloat32Kernels(new PlainFloat32Product(new Workers(1)), true))
                .flatMap(kernels -> Stream.concat(
                        Reference.all().stream().map(reference -> elementwise(kernels, reference, repeats)),
                        Stream.of(rows(kernels, repeats))))
                .collect(Collectors.joining("\n"));
    }

    private static String elementwise(Kernels<?> kernels, Reference reference, int repeats) {
        double[] x = new Random(1).doubles(NUMBERS, -3, 3).toArray();
        x[5] = 1000;
        Results results = Results.of(kernels, reference.op(), x);
        for (int i = 1; i < repeats; i++) {
            results = Results.of(kernels, reference.op(), x);
        }
        return kernels.precision() + " " + reference.op() + " " + Arrays.hashCode(results.values()) + " "
                + Arrays.hashCode(results.slopes());
    }

    private static <A> String rows(Kernels<A> kernels, int repeats) {
        double[] x = new Random(2).doubles(NUMBERS, -5, 5).toArray();
        int rows = NUMBERS / CLASSES;
        int[] targets = new int[rows];
        Arrays.setAll(targets, r -> r % CLASSES);
        A logits = kernels.allocate(NUMBERS);
        A losses = kernels.allocate(rows);
        A gradient = kernels.allocate(NUMBERS);
        kernels.put(x, logits, 0);
        for (int i = 0; i < repeats; i++) {
            kernels.crossEntropy(logits, 0, CLASSES, targets, losses, 0);
            kernels.crossEntropyGradient(logits, 0, CLASSES, targets, losses, 0, gradient, 0, false);
        }
        double[] loss = new double[rows];
        double[] share = new double[NUMBERS];
        kernels.get(losses, 0, loss);
        kernels.get(gradient, 0, share);
        return kernels.precision() + " rows " + Arrays.hashCode(loss) + " " + Arrays.hashCode(share);
    }

    @Test
    void interpretedAndCompiledBitsAgree() throws IOException, InterruptedException {
        Process interpreted = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CompiledBitsTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String expected = new String(interpreted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, interpreted.waitFor());
        assertEquals(expected, lines(REPEATS));
    }
}
