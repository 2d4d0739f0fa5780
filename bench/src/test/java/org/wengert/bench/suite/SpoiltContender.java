package org.wengert.bench.suite;

/** Right but for one number: what {@link Agreement} must find. */
final class SpoiltContender implements Contender {
    /** What is wrong, and how the refusal names it. */
    enum Part {
        LOSS("the loss"),
        GRADIENT("layers.1, gradient of a weight, number 2,"),
        START("layers.1, parameter of a weight, number 2,"),
        UPDATE("layers.1, parameter after update 1 of a weight, number 2,");

        final String named;

        Part(String named) {
            this.named = named;
        }
    }

    /** In 3-4-4-1 the first layer has 16 parameters; this is a weight of the second. */
    private static final int WHERE = 18;

    private static final double ERROR = 1e-3;

    private final Part part;
    private final Contender good;
    private boolean stepped;

    SpoiltContender(Part part, Workload workload, Problem problem, double rate) {
        this.part = part;
        good = new HandStep<>(new LoopKernels(), workload, problem, rate);
    }

    @Override
    public String description() {
        return "spoilt";
    }

    @Override
    public double step() {
        stepped = true;
        return good.step();
    }

    @Override
    public double loss() {
        return part == Part.LOSS ? good.loss() + ERROR : good.loss();
    }

    @Override
    public double[] gradients() {
        return spoil(part == Part.GRADIENT, good.gradients());
    }

    @Override
    public double[] parameters() {
        return spoil(part == Part.START && !stepped || part == Part.UPDATE && stepped, good.parameters());
    }

    private static double[] spoil(boolean wrong, double... numbers) {
        if (wrong) {
            numbers[WHERE] += ERROR;
        }
        return numbers;
    }

    @Override
    public void close() {
        good.close();
    }
}
