package org.wengert.tape;

import java.util.ArrayList;
import java.util.List;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.error.ForeignValueException;
import org.wengert.op.Op;

/**
 * The formula of an update as a straight line of elementwise instructions. Operands are numbered: the variable, its
 * gradient, the states, the step's numbers, then constants and results as they came up.
 */
final class Program {
    /** {@code operand[result] = op(operand[left], operand[right])}; a unary operation has its operand twice. */
    record Instruction(Op op, int left, int right, int result) {}

    /** A constant of the formula itself. */
    record Constant(int operand, double value) {}

    /** The operand that the gradient is read as. */
    static final int GRADIENT = 1;

    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final int[] outputs;
    private final int states;
    private int operands;

    private Program(UpdateRule rule, int states, int numbers) {
        this.states = states;
        Value w = next();
        Value g = next();
        Value[] state = next(states);
        Value[] number = next(numbers);
        Value[] results = rule.next(w, g, state, number);
        TapeEngine.requireResults(results.length, states);
        outputs = new int[states + 1];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = own(results[i]).number;
        }
    }

    /** Writes a rule down. */
    static Program of(UpdateRule rule, int states, int numbers) {
        return new Program(rule, states, numbers);
    }

    private Symbol next() {
        return new Symbol(this, operands++);
    }

    private Value[] next(int count) {
        Value[] symbols = new Value[count];
        for (int i = 0; i < count; i++) {
            symbols[i] = next();
        }
        return symbols;
    }

    Symbol add(Op op, Symbol left, Symbol right) {
        Symbol result = next();
        instructions.add(new Instruction(op, left.number, right.number, result.number));
        return result;
    }

    Symbol constant(double value) {
        Symbol constant = next();
        constants.add(new Constant(constant.number, value));
        return constant;
    }

    Symbol own(Value value) {
        if (value instanceof Symbol && ((Symbol) value).isOf(this)) {
            return (Symbol) value;
        }
        throw new ForeignValueException("update: a rule must be made of its own arguments alone: a value came from"
                + " outside; pass it as a state or a number");
    }

    List<Instruction> instructions() {
        return instructions;
    }

    List<Constant> constants() {
        return constants;
    }

    int operands() {
        return operands;
    }

    /** The operand that becomes the variable (0) or a state (from 1 on). */
    int output(int i) {
        return outputs[i];
    }

    /** The operand that the variable (0) or a state (from 1 on) is read as. */
    static int input(int i) {
        return i == 0 ? 0 : i + 1;
    }

    /** The operand that the first number of a step is read as; the others follow. */
    int firstNumber() {
        return states + 2;
    }
}
