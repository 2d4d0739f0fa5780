package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Arrays of 1 or 3 numbers with gradients, in the plainest form: recursion over a small graph, nothing shared. */
final class Shadow {
    private final String op;
    private final List<Shadow> operands;
    private final List<Integer> versions = new ArrayList<>();
    private final double[] data;
    private final double[] gradient;
    private int version;

    private Shadow(String op, List<Shadow> operands, double[] data) {
        this.op = op;
        this.operands = operands;
        this.data = data;
        gradient = new double[data.length];
        operands.forEach(operand -> versions.add(operand.version));
    }

    static Shadow leaf(double... data) {
        return new Shadow("", List.of(), data.clone());
    }

    /** The result of an operation, rounded as an engine of this precision does. */
    static Shadow of(Precision precision, String op, Shadow a, Shadow b) {
        Shadow exact = of(op, a, b);
        return new Shadow(op, exact.operands, precision.round(exact.data));
    }

    private static Shadow of(String op, Shadow a, Shadow b) {
        return switch (op) {
            case "tanh" ->
                new Shadow(op, List.of(a), Arrays.stream(a.data).map(Math::tanh).toArray());
            case "sum" ->
                new Shadow(op, List.of(a), new double[] {Arrays.stream(a.data).sum()});
            default -> {
                double[] y = new double[Math.max(a.data.length, b.data.length)];
                for (int i = 0; i < y.length; i++) {
                    double left = a.data[i % a.data.length];
                    double right = b.data[i % b.data.length];
                    y[i] = op.equals("add") ? left + right : left * right;
                }
                yield new Shadow(op, List.of(a, b), y);
            }
        };
    }

    double[] data() {
        return data;
    }

    double[] gradient() {
        return gradient;
    }

    void set(double... numbers) {
        System.arraycopy(numbers, 0, data, 0, data.length);
        version++;
    }

    boolean isStale() {
        return order().stream().anyMatch(Shadow::hasStaleOperand);
    }

    private boolean hasStaleOperand() {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).version != versions.get(i)) {
                return true;
            }
        }
        return false;
    }

    void clearUnlessLeaf() {
        if (!op.isEmpty()) {
            Arrays.fill(gradient, 0);
        }
    }

    void backward(double... seed) {
        List<Shadow> order = order();
        order.forEach(Shadow::clearUnlessLeaf);
        add(gradient, seed);
        for (int i = order.size() - 1; i >= 0; i--) {
            order.get(i).send();
        }
    }

    private static void add(double[] to, double... from) {
        for (int i = 0; i < from.length; i++) {
            to[i % to.length] += from[i];
        }
    }

    private void send() {
        for (int k = 0; k < operands.size(); k++) {
            double[] share = new double[Math.max(data.length, operands.get(k).data.length)];
            for (int i = 0; i < share.length; i++) {
                share[i] = gradient[i % gradient.length] * slope(k, i);
            }
            add(operands.get(k).gradient, share);
        }
    }

    private double slope(int operand, int i) {
        return switch (op) {
            case "tanh" -> 1 - data[i] * data[i];
            case "mul" -> {
                double[] other = operands.get(1 - operand).data;
                yield other[i % other.length];
            }
            default -> 1;
        };
    }

    /** What this was made of and itself, operands first. */
    private List<Shadow> order() {
        Set<Shadow> order = new LinkedHashSet<>();
        visit(order);
        return new ArrayList<>(order);
    }

    private void visit(Set<Shadow> done) {
        if (!done.contains(this)) {
            operands.forEach(operand -> operand.visit(done));
            done.add(this);
        }
    }
}
