package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.Engine;
import org.wengert.Graph;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.StaleValueException;
import org.wengert.op.Op;

/** Gradients that stay too long, go too early, or arrive where none belongs. */
final class WrongLifetimes {
    private WrongLifetimes() {}

    private static boolean isInner(Value value) {
        return !value.operands().isEmpty();
    }

    /** Inner gradients add up over sweeps as those of variables do. */
    static Behaviour innerGradientsAddUp() {
        return new Behaviour() {
            private final Map<Value, Value> sums = new HashMap<>();

            @Override
            void backward(Engine good, Value root, double... seed) {
                good.backward(root, seed);
                Graph.operandsFirst(root).stream()
                        .filter(WrongLifetimes::isInner)
                        .forEach(value -> sums.merge(value, value.grad(), Value::add));
            }

            @Override
            Value grad(Value value) {
                Value gradient = value.grad();
                return sums.getOrDefault(value, gradient);
            }
        };
    }

    /** What a sweep left behind in inner values is sent on by the next one. */
    static Behaviour secondBackwardDoubles() {
        Set<Value> roots = new HashSet<>();
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                good.backward(root, seed);
                if (!roots.add(root)) {
                    good.backward(root, seed);
                }
            }
        };
    }

    /** Inner values that the latest root was not made of keep what an earlier one gave them. */
    static Behaviour earlierGradientsStay() {
        Map<Value, Value> latest = new HashMap<>();
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                good.backward(root, seed);
                Graph.operandsFirst(root).stream()
                        .filter(WrongLifetimes::isInner)
                        .forEach(value -> latest.put(value, value.grad()));
            }

            @Override
            Value grad(Value value) {
                Value gradient = value.grad();
                return latest.getOrDefault(value, gradient);
            }
        };
    }

    static Behaviour eachBackwardBeginsAnew() {
        List<Variable> variables = new ArrayList<>();
        return new Behaviour() {
            @Override
            Variable variable(Engine good, Shape shape, double... data) {
                Variable variable = good.variable(shape, data);
                variables.add(variable);
                return variable;
            }

            @Override
            void backward(Engine good, Value root, double... seed) {
                variables.forEach(Variable::zeroGrad);
                good.backward(root, seed);
            }
        };
    }

    static Behaviour zeroGradDoesNothing() {
        return new Behaviour() {
            @Override
            void zeroGrad(Variable variable) {}
        };
    }

    static Behaviour seedIgnored() {
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                double[] ones = new double[seed.length];
                Arrays.fill(ones, 1);
                good.backward(root, ones);
            }
        };
    }

    static Behaviour constantsGetGradients() {
        return new Behaviour() {
            @Override
            Value constant(Engine good, Shape shape, double... data) {
                return good.variable(shape, data);
            }
        };
    }

    static Behaviour staleVariableNotNoticed() {
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                try {
                    good.backward(root, seed);
                } catch (StaleValueException swallowed) {
                    root.data();
                }
            }
        };
    }

    /** The same operation on the same operands is not computed again, also when a variable was set in between. */
    static Behaviour resultsRemembered() {
        Map<List<Object>, Value> results = new HashMap<>();
        return Behaviour.applying(
                (good, op, in) -> results.computeIfAbsent(List.of(op, in), key -> good.apply(op, in)));
    }

    static Behaviour stateOfAnUpdateForgotten() {
        return new Behaviour() {
            @Override
            void update(Engine good, UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
                List<Variable> copies = new ArrayList<>();
                state.forEach(each -> copies.add(good.variable(each.shape(), each.data())));
                good.update(rule, variable, copies, numbers);
            }
        };
    }

    /** A variable that is its own state is then moved after it, not before. */
    static Behaviour statesSetFirst() {
        return new Behaviour() {
            @Override
            void update(Engine good, UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
                List<Variable> copies = new ArrayList<>();
                state.forEach(each -> copies.add(good.variable(each.shape(), each.data())));
                good.update(rule, variable, copies, numbers);
                double[] moved = variable.data();
                for (int i = 0; i < copies.size(); i++) {
                    state.get(i).set(copies.get(i).data());
                }
                variable.set(moved);
            }
        };
    }

    /** A sweep goes through everything recorded, with a gradient of zero where the root was not made of it. */
    static Behaviour unreachedPartsTakePart() {
        List<Value> recorded = new ArrayList<>();
        return new Behaviour() {
            @Override
            Value apply(Engine good, Op op, List<Value> operands) {
                Value result = good.apply(op, operands);
                recorded.add(result);
                return result;
            }

            @Override
            void backward(Engine good, Value root, double... seed) {
                Value all = root;
                for (Value value : recorded) {
                    all = all.add(value.sum().mul(0));
                }
                good.backward(all, seed);
            }
        };
    }

    /** Walks what the root was made of by recursion. */
    static Behaviour recursionInDepth() {
        return new Behaviour() {
            @Override
            void backward(Engine good, Value root, double... seed) {
                visit(root, new HashSet<>());
                good.backward(root, seed);
            }

            private void visit(Value value, Set<Value> seen) {
                if (seen.add(value)) {
                    value.operands().forEach(operand -> visit(operand, seen));
                }
            }
        };
    }
}
