package org.wengert.bench.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;

/** An expression, recorded by an engine: its result, and a variable for each of its names. */
public final class Formula {
    /** A longer text says less than the picture around it. */
    private static final int LONGEST_LABEL = 24;

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Value result;

    private Formula(Engine engine, String source, Map<String, Double> numbers) {
        Parser.parse(source, Syntax.ALONE); // what is no expression is said before what has no number
        result = Parser.parse(source, new Recorder(engine, numbers));
    }

    /**
     * Records an expression.
     *
     * @param numbers one for each name
     * @throws SyntaxException if it is no expression, or a name of it has no number
     */
    public static Formula of(Engine engine, String source, Map<String, Double> numbers) {
        return new Formula(engine, source, numbers);
    }

    /** What the expression gives. */
    public Value result() {
        return result;
    }

    /** By name, in the order in which the expression names them. */
    public Map<String, Variable> variables() {
        return variables;
    }

    private final class Recorder implements Meaning<Value> {
        private final Engine engine;
        private final Map<String, Double> numbers;

        Recorder(Engine engine, Map<String, Double> numbers) {
            this.engine = engine;
            this.numbers = numbers;
        }

        @Override
        public Value number(double x) {
            return engine.constant(x);
        }

        @Override
        public Value name(String name, Part part) {
            Double number = numbers.get(name);
            if (number == null) {
                throw part.fault(name + " has no number: give it one, as in --set " + name + "=1");
            }
            return variables.computeIfAbsent(name, key -> {
                Variable variable = engine.variable(number);
                variable.label(key);
                return variable;
            });
        }

        @Override
        public Value negative(Value x, Part part) {
            return isConstant(x) ? engine.constant(-x.item()) : labelled(x.neg(), part);
        }

        @Override
        public Value infix(Value left, String sign, Value right, Part part) {
            Binary op = Functions.ofSign(sign);
            boolean fixed = op == Binary.POW && isConstant(right);
            return labelled(fixed ? left.pow(right.item()) : left.apply(op, right), part);
        }

        @Override
        public Value call(String function, List<Value> operands, Part part) {
            Functions.Entry entry = Functions.find(function, operands.size(), part);
            List<Value> values = operands.subList(0, entry.operands());
            List<Value> parameters = operands.subList(entry.operands(), operands.size());
            if (!parameters.stream().allMatch(Recorder::isConstant)) {
                throw part.fault("what follows the first operand of " + function + " must be numbers");
            }
            double[] constants = parameters.stream().mapToDouble(Value::item).toArray();
            if (function.equals("clamp") && constants[0] > constants[1]) {
                throw part.fault("the lower bound of clamp must not exceed the upper");
            }
            return labelled(engine.apply(entry.op().apply(constants), new ArrayList<>(values)), part);
        }

        private static boolean isConstant(Value value) {
            return value.op().isEmpty() && !(value instanceof Variable);
        }

        private static Value labelled(Value value, Part part) {
            return part.length() > LONGEST_LABEL
                    ? value
                    : value.label(part.text().replaceAll("\\s+", " "));
        }
    }
}
