package org.wengert.nn.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the latest steps {@code s} and changes of gradient {@code y} tell about an objective's curvature: enough for a
 * product with the inverse Hessian that BFGS would have (Nocedal 1980).
 */
final class Curvature {
    private final int size;
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> changes = new ArrayList<>();

    /** Nothing yet; {@code size} pairs will be kept. */
    Curvature(int size) {
        this.size = size;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void clear() {
        steps.clear();
        changes.clear();
    }

    /** Notes the way from one point to another, unless it shows no positive curvature. */
    void add(Point from, Point to) {
        double[] s = difference(to.x(), from.x());
        double[] y = difference(to.gradient(), from.gradient());
        if (Point.dot(s, y) > 0) {
            add(s, y);
        }
    }

    private void add(double[] s, double[] y) {
        if (steps.size() == size) {
            steps.remove(0);
            changes.remove(0);
        }
        steps.add(s);
        changes.add(y);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** {@code -H g} by the two loops of L-BFGS; {@code H} begins as {@code s.y / y.y} of the latest pair. */
    double[] direction(double... gradient) {
        double[] d = new double[gradient.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = -gradient[i];
        }
        int n = steps.size();
        double[] shares = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            shares[k] = Point.dot(steps.get(k), d) / Point.dot(steps.get(k), changes.get(k));
            add(d, -shares[k], changes.get(k));
        }
        if (n > 0) {
            double[] y = changes.get(n - 1);
            scale(d, Point.dot(steps.get(n - 1), y) / Point.dot(y, y));
        }
        for (int k = 0; k < n; k++) {
            double share = Point.dot(changes.get(k), d) / Point.dot(steps.get(k), changes.get(k));
            add(d, shares[k] - share, steps.get(k));
        }
        return d;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static void scale(double[] numbers, double factor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factor;
        }
    }

    /** The pairs by name, oldest first. */
    Map<String, double[]> arrays() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (int k = 0; k < steps.size(); k++) {
            arrays.put("s." + k, steps.get(k));
            arrays.put("y." + k, changes.get(k));
        }
        return arrays;
    }

    /** Takes pairs over that {@link #arrays} gave. */
    void restore(OptimizerState saved, int pairs) {
        clear();
        for (int k = 0; k < pairs; k++) {
            add(saved.array("s." + k).clone(), saved.array("y." + k).clone());
        }
    }
}
