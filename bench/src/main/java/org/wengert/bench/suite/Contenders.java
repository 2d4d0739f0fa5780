package org.wengert.bench.suite;

import org.wengert.Engine;

/** Finds the contender of a name: one of those written by hand, or any engine on the class path. */
final class Contenders {
    /** A closure graph holds an object for each number: beyond this many multiplications it is not what it is for. */
    private static final long SCALAR_LIMIT = 200_000;

    private Contenders() {}

    /**
     * A contender at a problem.
     *
     * @param rate the learning rate
     * @throws Skipped if there is no such contender in this variant, or not for a workload of this size
     */
    static Contender open(String name, Variant variant, Workload workload, Problem problem, double rate) {
        switch (name) {
            case HandWritten.LOOPS:
                variant.requireStandard(name);
                return new HandStep<>(new LoopKernels(), workload, problem, rate);
            case HandWritten.KERNELS:
                return handStep(TapeKernels.open(variant), workload, problem, rate);
            default:
                return new EngineStep(openEngine(name, variant, workload), workload, problem, rate);
        }
    }

    private static <B> Contender handStep(StepKernels<B> kernels, Workload workload, Problem problem, double rate) {
        return new HandStep<>(kernels, workload, problem, rate);
    }

    /** An engine for a workload that suits it. */
    static Engine openEngine(String name, Variant variant, Workload workload) {
        if (!suits(name, workload)) {
            throw new Skipped("'scalar' makes a node of every number: " + workload.name() + " with batch "
                    + workload.batch() + " has " + workload.multiplications() + " multiplications, the limit is "
                    + SCALAR_LIMIT);
        }
        return variant.open(name);
    }

    /** Whether an engine is made for as many multiplications as a workload has. */
    static boolean suits(String engine, Workload workload) {
        return !engine.equals("scalar") || workload.multiplications() <= SCALAR_LIMIT;
    }
}
