package org.wengert.tape;

import org.wengert.op.Unary;

/** What kernels make of an operation on numbers that their precision holds. */
record Results(double[] values, double[] slopes) {
    static <A> Results of(Kernels<A> kernels, Unary op, double[] x) {
        int n = x.length;
        A numbers = kernels.allocate(n);
        A values = kernels.allocate(n);
        A ones = kernels.allocate(n);
        A slopes = kernels.allocate(n);
        kernels.put(x, numbers, 0);
        kernels.spread(1, ones, 0, n, false);
        kernels.unary(op, numbers, 0, values, 0, n);
        kernels.unaryGradient(op, numbers, 0, values, 0, ones, 0, slopes, 0, n, false);
        Results results = new Results(new double[n], new double[n]);
        kernels.get(values, 0, results.values);
        kernels.get(slopes, 0, results.slopes);
        return results;
    }
}
