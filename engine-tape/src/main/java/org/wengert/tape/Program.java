package org.wengert.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.error.ForeignValueException;
import org.wengert.op.Op;

/**
 * The formula of an update as a straight line of elementwise instructions. Operands are numbered: the variable, its
 * gradient, the states, the step's numbers, then constants and results as they came up. A result lies in a slot, which
 * is used again as soon as nobody reads what is there.
 */
final class Program {
    /** A constant of the formula itself. */
    record Constant(int operand, double value) {}

    /** The operand that the gradient is read as. */
    static final int GRADIENT = 1;

    private final List<Instruction.Elementwise> written = new ArrayList<>();
    private final List<Constant> noted = new ArrayList<>();
    private int operands;

    final Instruction[] instructions;
    final Constant[] constants;
    final int states;

    /** The operand that becomes the variable (0) or a state (from 1 on). */
    final int[] outputs;

    /** Of each operand, 1, or 0 if its one number stands for all. */
    final int[] steps;

    /** Whether that operand is the result that may be written over the variable or state at once. */
    final boolean[] inPlace;

    /** The slot of each operand. */
    final int[] slots;

    final int slotCount;

    /** Writes a rule down. */
    Program(UpdateRule rule, int states, int numbers) {
        this.states = states;
        Value w = next();
        Value g = next();
        Value[] state = next(states);
        Value[] number = next(numbers);
        Value[] results = rule.next(w, g, state, number);
        TapeEngine.requireResults(results.length, states);
        outputs = Arrays.stream(results).mapToInt(result -> own(result).number).toArray();
        steps = steps();
        instructions = Fusion.of(written, steps, outputs).toArray(new Instruction[0]);
        constants = noted.toArray(new Constant[0]);
        inPlace = new boolean[outputs.length];
        int[] lastRead = lastReads();
        for (int i = 0; i < outputs.length; i++) {
            inPlace[i] = mayReplace(i, lastRead);
        }
        slots = new int[operands];
        slotCount = assignSlots(lastRead);
    }

    private Symbol next() {
        return new Symbol(this, operands++);
    }

    private Value[] next(int count) {
        Value[] symbols = new Value[count];
        Arrays.setAll(symbols, i -> next());
        return symbols;
    }

    Symbol add(Op op, Symbol left, Symbol right) {
        Symbol result = next();
        written.add(new Instruction.Elementwise(op, left.number, right.number, result.number));
        return result;
    }

    Symbol constant(double value) {
        Symbol constant = next();
        noted.add(new Constant(constant.number, value));
        return constant;
    }

    Symbol own(Value value) {
        if (value instanceof Symbol && ((Symbol) value).isOf(this)) {
            return (Symbol) value;
        }
        throw new ForeignValueException("update: a rule must be made of its own arguments alone: a value came from"
                + " outside; pass it as a state or a number");
    }

    private int[] steps() {
        int[] all = new int[operands];
        Arrays.fill(all, 0, firstNumber(), 1);
        for (Instruction.Elementwise instruction : written) {
            all[instruction.result()] = Math.max(all[instruction.left()], all[instruction.right()]);
        }
        return all;
    }

    /** The instruction that reads each operand last; outputs are read after all. */
    private int[] lastReads() {
        int[] last = new int[operands];
        Arrays.fill(last, -1);
        for (int i = 0; i < instructions.length; i++) {
            for (int operand : instructions[i].operands()) {
                last[operand] = i;
            }
        }
        for (int output : outputs) {
            last[output] = instructions.length;
        }
        return last;
    }

    /**
     * A result may replace what was there if nobody reads the old after it, if it is wanted in no other place, and if
     * kernels compute it in one pass.
     */
    private boolean mayReplace(int output, int[] lastRead) {
        int operand = outputs[output];
        long wanted = Arrays.stream(outputs).filter(other -> other == operand).count();
        for (int i = 0; i < instructions.length; i++) {
            if (instructions[i].result() == operand) {
                return wanted == 1 && lastRead[input(output)] <= i && instructions[i].isOnePass();
            }
        }
        return false;
    }

    /** Gives every operand a slot; returns how many there are. */
    private int assignSlots(int[] lastRead) {
        boolean[] computed = new boolean[operands];
        for (Instruction.Elementwise operation : written) { // those that are fused lie nowhere
            computed[operation.result()] = true;
        }
        int count = 0;
        for (int operand = 0; operand < operands; operand++) {
            if (!computed[operand]) {
                slots[operand] = count++;
            }
        }
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < instructions.length; i++) {
            slots[instructions[i].result()] = free.isEmpty() ? count++ : free.pop();
            for (int operand = 0; operand < operands; operand++) {
                if (computed[operand] && lastRead[operand] == i) {
                    free.push(slots[operand]);
                }
            }
        }
        return count;
    }

    int operands() {
        return operands;
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
