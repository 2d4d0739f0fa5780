package org.wengert.tape;

/** The loops of updates in plain Java. */
final class PlainFloat64Updates implements UpdateLoops<double[]> {
    @Override
    public void weightedSum(
            double /* always */ p,
            double[] a,
            int aAt,
            double /* always */ q,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            int n) {
        double left = (double) p;
        double right = (double) q;
        for (int i = 0; i < n; i++) {
            y[yAt + i] = left * a[aAt + i] + right * b[bAt + i];
        }
    }

    @Override
    public void weightedSquare(
            double /* always */ p,
            double[] a,
            int aAt,
            double /* always */ q,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            int n) {
        double left = (double) p;
        double right = (double) q;
        for (int i = 0; i < n; i++) {
            double x = b[bAt + i];
            y[yAt + i] = left * a[aAt + i] + right * (x * x);
        }
    }

    @Override
    public void rootStep(
            double /* always */ p,
            double[] w,
            int wAt,
            double /* always */ q,
            double[] a,
            int aAt,
            double[] v,
            int vAt,
            double /* always */ e,
            double[] y,
            int yAt,
            int n) {
        double left = (double) p;
        double right = (double) q;
        double summand = (double) e;
        for (int i = 0; i < n; i++) {
            double divisor = (double) Math.sqrt(v[vAt + i]) + summand;
            y[yAt + i] = left * w[wAt + i] - right * (a[aAt + i] / divisor);
        }
    }
}
