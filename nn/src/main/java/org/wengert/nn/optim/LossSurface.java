package org.wengert.nn.optim;

import java.util.List;
import java.util.function.Supplier;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/** A loss as a function of all numbers of its variables, one variable after another. */
record LossSurface(List<Variable> variables, Supplier<Value> loss) implements Objective {
    @Override
    public double evaluate(double[] x, double[] gradient) {
        set(variables, x);
        variables.forEach(Variable::zeroGrad);
        try (Scope scope = variables.get(0).engine().scope()) {
            Value value = loss.get();
            value.backward();
            int at = 0;
            for (Variable variable : variables) {
                int size = variable.shape().size();
                System.arraycopy(variable.data(), 0, x, at, size);
                System.arraycopy(variable.grad().data(), 0, gradient, at, size);
                at += size;
            }
            return value.item();
        } finally {
            variables.forEach(Variable::zeroGrad);
        }
    }

    /** All numbers of these variables. */
    static double[] numbers(List<Variable> variables) {
        double[] x = new double[size(variables)];
        int at = 0;
        for (Variable variable : variables) {
            System.arraycopy(variable.data(), 0, x, at, variable.shape().size());
            at += variable.shape().size();
        }
        return x;
    }

    static int size(List<Variable> variables) {
        return variables.stream().mapToInt(variable -> variable.shape().size()).sum();
    }

    /** Sets all numbers of these variables. */
    static void set(List<Variable> variables, double... x) {
        int at = 0;
        for (Variable variable : variables) {
            double[] numbers = new double[variable.shape().size()];
            System.arraycopy(x, at, numbers, 0, numbers.length);
            variable.set(numbers);
            at += numbers.length;
        }
    }
}
