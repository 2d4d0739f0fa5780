package org.wengert.tape;

/**
 * The matrix product in plain Java, its rows shared among threads where there is much to do. Each number of the result
 * is added up in the order of {@code k}, whoever does it. Not for use by two threads at once.
 */
final class PlainFloat64Product implements Product<double[]> {
    /** Multiplications from which a second thread saves more than it costs. */
    private static final long SHARED = 1 << 18;

    /** Fewer rows than so many do not repay a part's own copy of {@code b}. */
    private static final int FEW_ROWS = 16;

    private final Workers workers;
    private final PlainFloat64Part[] parts;

    PlainFloat64Product(Workers workers) {
        this.workers = workers;
        parts = new PlainFloat64Part[workers.threads()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new PlainFloat64Part();
        }
    }

    @Override
    public void run(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            boolean add) {
        int count = (long) m * k * n < SHARED ? 1 : Math.max(1, Math.min(parts.length, m / FEW_ROWS));
        if (count == 1) {
            parts[0].run(0, m, transposeA, transposeB, m, k, n, a, aAt, b, bAt, c, cAt, add);
            return;
        }
        int pairs = (m + 1) / 2;
        workers.run(
                count,
                i -> parts[i].run(
                        2 * (pairs * i / count),
                        Math.min(m, 2 * (pairs * (i + 1) / count)),
                        transposeA,
                        transposeB,
                        m,
                        k,
                        n,
                        a,
                        aAt,
                        b,
                        bAt,
                        c,
                        cAt,
                        add));
    }
}
