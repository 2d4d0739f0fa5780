package org.wengert.tape;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs an update over a part of a variable tile by tile: every instruction of the formula on a tile that stays in the
 * cache, then on the next, so that each array crosses memory once. The numbers are the same as those of one operation
 * after another.
 *
 * @param <A> the array type of the precision
 */
final class UpdateLane<A> implements Operands<A> {
    /** Numbers of a tile: shorter pieces of the arrays in memory would end before the processor reads ahead. */
    static final int TILE = 2048;

    private final Kernels<A> kernels;

    /** Of each operand: the array it lies in, where it begins there, and whether tiles follow one another. */
    private @Nullable Object[] arrays = new Object[0];

    private int[] starts = new int[0];
    private boolean[] inMemory = new boolean[0];

    /** A tile for each slot; a number that stands for all lies at the beginning of its tile. */
    private A tiles;

    private int tileCount;

    /** What operands are bound for. */
    private @Nullable Program bound;

    private boolean boundStill;
    private double[] boundNumbers = new double[0];

    /** Where the tile that is computed begins in the variable. */
    private int tileStart;

    UpdateLane(Kernels<A> kernels) {
        this.kernels = kernels;
        tiles = kernels.allocate(0);
    }

    void run(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, double[] numbers, int from, int to) {
        boolean still = variable.gradient() == null;
        if (program != bound || still != boundStill || !Arrays.equals(numbers, boundNumbers)) {
            makeRoom(program);
            bind(program, still, numbers);
        }
        lay(program, variable, state);
        for (int start = from; start < to; start += TILE) {
            int n = Math.min(TILE, to - start);
            tileStart = start;
            for (Instruction instruction : program.instructions) {
                instruction.run(kernels, this, n);
            }
            settle(program, variable, state, start, n);
        }
        release(program, state.length);
    }

    private void makeRoom(Program program) {
        if (program.operands() > starts.length) {
            arrays = new Object[program.operands()];
            starts = new int[program.operands()];
            inMemory = new boolean[program.operands()];
        }
        if (program.slotCount > tileCount) {
            tiles = kernels.allocate(program.slotCount * TILE);
            tileCount = program.slotCount;
        }
    }

    /** Gives every operand its place; variables, which come with each update, are laid in later. */
    private void bind(Program program, boolean still, double... numbers) {
        for (int i = 0; i <= program.states; i++) {
            bindMemory(Program.input(i));
        }
        if (still) {
            bindNumber(program, Program.GRADIENT, 0, TILE);
        } else {
            bindMemory(Program.GRADIENT);
        }
        for (int i = 0; i < numbers.length; i++) {
            bindNumber(program, program.firstNumber() + i, numbers[i], 1);
        }
        for (Program.Constant constant : program.constants) {
            bindNumber(program, constant.operand(), constant.value(), 1);
        }
        for (Instruction instruction : program.instructions) {
            bind(instruction.result(), tiles, program.slots[instruction.result()] * TILE, false);
        }
        for (int i = 0; i < program.outputs.length; i++) {
            if (program.inPlace[i] && program.steps[program.outputs[i]] == 1) {
                bindMemory(program.outputs[i]);
            }
        }
        bound = program;
        boundStill = still;
        boundNumbers = numbers.clone();
    }

    /** Lays the arrays of the variable and its states where they are read and, if computed in their place, written. */
    private void lay(Program program, TapeVariable<A> variable, TapeVariable<A>[] state) {
        for (int i = 0; i <= state.length; i++) {
            A numbers = numbers(variable, state, i);
            arrays[Program.input(i)] = numbers;
            if (isInPlace(program, i)) {
                arrays[program.outputs[i]] = numbers;
            }
        }
        if (!boundStill) {
            arrays[Program.GRADIENT] = variable.gradient();
        }
    }

    /** The arrays belong to a model, which may be forgotten before its engine. */
    private void release(Program program, int states) {
        for (int i = 0; i <= states; i++) {
            arrays[Program.input(i)] = null;
            if (isInPlace(program, i)) {
                arrays[program.outputs[i]] = null;
            }
        }
        if (!boundStill) {
            arrays[Program.GRADIENT] = null;
        }
    }

    private void bindMemory(int operand) {
        bind(operand, null, 0, true);
    }

    private void bindNumber(Program program, int operand, double number, int times) {
        int at = program.slots[operand] * TILE;
        kernels.spread(number, tiles, at, times, false);
        bind(operand, tiles, at, false);
    }

    private void bind(int operand, @Nullable Object array, int start, boolean memory) {
        arrays[operand] = array;
        starts[operand] = start;
        inMemory[operand] = memory;
    }

    /** Stores what has not been computed in its place. */
    private void settle(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, int start, int n) {
        for (int i = 0; i < program.outputs.length; i++) {
            int output = program.outputs[i];
            if (inMemory[output] && !isInPlace(program, i)) {
                // A rule may give one operand back as another: it is kept while others are stored over it.
                kernels.copy(array(output), start, tiles, program.slots[output] * TILE, n, false);
            }
        }
        for (int i = 0; i < program.outputs.length; i++) {
            if (!isInPlace(program, i)) {
                store(
                        program.slots[program.outputs[i]],
                        program.steps[program.outputs[i]],
                        numbers(variable, state, i),
                        start,
                        n);
            }
        }
    }

    private boolean isInPlace(Program program, int i) {
        return program.outputs[i] == Program.input(i) || program.inPlace[i] && inMemory[program.outputs[i]];
    }

    private void store(int slot, int step, A to, int start, int n) {
        if (step == 0) {
            kernels.spread(kernels.get(tiles, slot * TILE), to, start, n, false);
        } else {
            kernels.copy(tiles, slot * TILE, to, start, n, false);
        }
    }

    /** What becomes anew: the numbers of the variable (0) or of a state (from 1 on). */
    private static <A> A numbers(TapeVariable<A> variable, TapeVariable<A>[] state, int i) {
        return i == 0 ? variable.numbers : state[i - 1].numbers;
    }

    @Override
    @SuppressWarnings("unchecked") // only arrays of the precision are bound
    public A array(int operand) {
        return (A) Objects.requireNonNull(arrays[operand]);
    }

    @Override
    public int at(int operand) {
        return inMemory[operand] ? starts[operand] + tileStart : starts[operand];
    }

    @Override
    public int step(int operand) {
        return Objects.requireNonNull(bound).steps[operand];
    }

    @Override
    public double number(int operand) {
        return kernels.get(tiles, starts[operand]);
    }
}
