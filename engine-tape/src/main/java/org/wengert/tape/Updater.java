package org.wengert.tape;

import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import org.wengert.UpdateRule;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * Runs updates tile by tile: every instruction of the formula on a tile that stays in the cache, then on the next, so
 * that each variable crosses memory once. The numbers are the same as those of one operation after another.
 *
 * @param <A> the array type of the precision
 */
final class Updater<A> {
    private static final int TILE = 512;

    private final Kernels<A> kernels;

    /** A rule may hold on to a whole model, so it is not kept for longer than somebody else keeps it. */
    private final Map<UpdateRule, Program> programs = new WeakHashMap<>();

    /** Of each operand: the array it lies in, where it begins there, whether tiles follow one another, and its step. */
    private Object[] arrays = new Object[0];

    private int[] starts = new int[0];
    private boolean[] inMemory = new boolean[0];
    private int[] steps = new int[0];

    /** A tile for each operand, in which results lie; a number that stands for all lies at the beginning of its tile. */
    private A tiles;

    Updater(Kernels<A> kernels) {
        this.kernels = kernels;
        tiles = kernels.allocate(0);
    }

    /** The rule written down, which happens once. */
    Program program(UpdateRule rule, int states, int numbers) {
        return programs.computeIfAbsent(rule, unseen -> Program.of(unseen, states, numbers));
    }

    void run(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, double... numbers) {
        makeRoom(program.operands());
        bind(program, variable, state, numbers);
        for (int start = 0; start < variable.size(); start += TILE) {
            int n = Math.min(TILE, variable.size() - start);
            for (Program.Instruction instruction : program.instructions()) {
                compute(instruction, start, n);
            }
            for (int i = 0; i <= state.length; i++) {
                keep(program.output(i), start, n);
            }
            for (int i = 0; i <= state.length; i++) {
                A to = i == 0 ? variable.numbers : state[i - 1].numbers;
                store(program.output(i), to, start, n);
            }
        }
        Arrays.fill(arrays, tiles); // in place of the variables' own, which may be all that is left of a model
    }

    private void makeRoom(int operands) {
        if (operands > steps.length) {
            arrays = new Object[operands];
            starts = new int[operands];
            inMemory = new boolean[operands];
            steps = new int[operands];
            tiles = kernels.allocate(operands * TILE);
        }
    }

    private void bind(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, double... numbers) {
        bindArray(Program.input(0), variable.numbers);
        A gradient = variable.gradient();
        if (gradient == null) {
            bindNumber(Program.GRADIENT, 0);
        } else {
            bindArray(Program.GRADIENT, gradient);
        }
        for (int i = 0; i < state.length; i++) {
            bindArray(Program.input(i + 1), state[i].numbers);
        }
        for (int i = 0; i < numbers.length; i++) {
            bindNumber(program.firstNumber() + i, numbers[i]);
        }
        for (Program.Constant constant : program.constants()) {
            bindNumber(constant.operand(), constant.value());
        }
        for (Program.Instruction instruction : program.instructions()) {
            int step = Math.max(steps[instruction.left()], steps[instruction.right()]);
            bind(instruction.result(), tiles, instruction.result() * TILE, false, step);
        }
    }

    private void bindArray(int operand, A array) {
        bind(operand, array, 0, true, 1);
    }

    private void bindNumber(int operand, double number) {
        kernels.spread(number, tiles, operand * TILE, 1, false);
        bind(operand, tiles, operand * TILE, false, 0);
    }

    private void bind(int operand, Object array, int start, boolean memory, int step) {
        arrays[operand] = array;
        starts[operand] = start;
        inMemory[operand] = memory;
        steps[operand] = step;
    }

    private void compute(Program.Instruction instruction, int start, int tile) {
        int a = instruction.left();
        int b = instruction.right();
        int y = instruction.result();
        int n = steps[y] == 0 ? 1 : tile;
        if (instruction.op() instanceof Unary) {
            kernels.unary((Unary) instruction.op(), array(a), at(a, start), tiles, starts[y], n);
        } else {
            kernels.binary(
                    (Binary) instruction.op(),
                    array(a),
                    at(a, start),
                    steps[a],
                    array(b),
                    at(b, start),
                    steps[b],
                    tiles,
                    starts[y],
                    n);
        }
    }

    /** A rule may give an operand back as it was: it is kept in its tile while others are stored over it. */
    private void keep(int output, int start, int n) {
        if (inMemory[output]) {
            kernels.copy(array(output), start, tiles, output * TILE, n, false);
        }
    }

    private void store(int output, A to, int start, int n) {
        if (steps[output] == 0) {
            kernels.spread(kernels.get(tiles, output * TILE), to, start, n, false);
        } else {
            kernels.copy(tiles, output * TILE, to, start, n, false);
        }
    }

    @SuppressWarnings("unchecked") // only arrays of the precision are bound
    private A array(int operand) {
        return (A) arrays[operand];
    }

    private int at(int operand, int start) {
        return inMemory[operand] ? starts[operand] + start : starts[operand];
    }
}
