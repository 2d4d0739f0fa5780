package org.wengert.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NotScalarException;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** All factors between a variable and a loss. Values stand in the order of recording: factors lead from lower to higher. */
final class Slopes {
    /**
     * A factor between two values.
     *
     * @param from which of the values is read
     * @param to   which one was made
     */
    record Edge(int from, int to, Factor factor) {
        double slope() {
            return factor.slope();
        }
    }

    /** The variable and all that was made of it, the loss last; empty if the loss was not. */
    final List<Value> values = new ArrayList<>();

    /** By the value that was made, in the order of operands. */
    final List<List<Edge>> into = new ArrayList<>();

    /** By the value that is read. */
    final List<List<Edge>> outOf = new ArrayList<>();

    Slopes(Value loss, Value variable) {
        if (loss.engine() != variable.engine()) {
            throw new ForeignValueException("explain: both values must be of one engine: got "
                    + loss.engine().name() + " and another " + variable.engine().name());
        }
        requireScalar(loss);
        requireScalar(variable);
        Map<Value, Integer> places = new HashMap<>();
        for (Value value : Graph.operandsFirst(loss)) {
            if (value.equals(variable)) {
                places.put(value, add(value));
            } else if (value.operands().stream().anyMatch(places::containsKey)) {
                requireScalar(value);
                places.put(value, add(value));
                connect(value, places);
            }
        }
    }

    private int add(Value value) {
        values.add(value);
        into.add(new ArrayList<>());
        outOf.add(new ArrayList<>());
        return values.size() - 1;
    }

    private void connect(Value result, Map<Value, Integer> places) {
        Op op = result.op().orElseThrow();
        List<Value> operands = result.operands();
        int to = values.size() - 1;
        for (int i = 0; i < operands.size(); i++) {
            Integer from = places.get(operands.get(i));
            if (from != null) {
                Factor factor = new Factor(operands.get(i), op, result, slope(op, i, operands, result.item()));
                Edge edge = new Edge(from, to, factor);
                into.get(to).add(edge);
                outOf.get(from).add(edge);
            }
        }
    }

    private static double slope(Op op, int operand, List<Value> operands, double y) {
        if (op instanceof Unary unary) {
            return unary.slope(operands.get(0).item(), y);
        }
        if (op instanceof Binary binary) {
            double a = operands.get(0).item();
            double b = operands.get(1).item();
            return operand == 0 ? binary.left(a, b, y) : binary.right(a, b, y);
        }
        throw new NotScalarException("explain: only operations on single numbers have one slope for each operand: got "
                + op.name() + "; explain an expression of single numbers");
    }

    private static void requireScalar(Value value) {
        if (!value.shape().isScalar()) {
            String name =
                    value.label().isEmpty() ? value.op().map(Op::name).orElse("a leaf") : "'" + value.label() + "'";
            throw new NotScalarException("explain: paths lead through single numbers: " + name + " has shape "
                    + value.shape() + "; explain an expression of single numbers");
        }
    }
}
