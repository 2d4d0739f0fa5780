package org.wengert.tape;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs an update over a part of a variable, or over several side by side, tile by tile: every instruction of the formula on
 * a tile that stays in the cache, then on the next, so that each array crosses memory once. The numbers are the same as those
 * of one operation after another.
 *
 * @param <A> the array type of the precision
 */
final class UpdateLane<A> {
    /** Numbers of a tile: shorter pieces of the arrays in memory would end before the processor reads ahead. */
    static final int TILE = 2048;

    private final Kernels<A> kernels;

    /** The arrays of operands in memory, while an update runs; all others lie in the tiles. */
    private @Nullable Object[] arrays = new Object[0];

    /** Of each operand: where it begins in its array, and whether that is in memory or else in tiles. */
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

    /**
     * Runs it for numbers {@code from} to {@code to - 1}, counted from the first of a variable; they may be others' that follow
     * it, if those variables' states follow its own, slot by slot.
     */
    void run(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, double[] numbers, int from, int to) {
        boolean still = variable.isStill();
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
        Arrays.fill(arrays, null); // they belong to a model, which may be forgotten before its engine
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
            bind(instruction.result(), program.slots[instruction.result()] * TILE, false);
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
            TapeVariable<A> next = becoming(variable, state, i);
            lay(Program.input(i), next.storage.numbers, next.start);
            if (isInPlace(program, i)) {
                lay(program.outputs[i], next.storage.numbers, next.start);
            }
        }
        if (!boundStill) {
            lay(Program.GRADIENT, variable.storage.gradients(), variable.start);
        }
    }

    private void lay(int operand, A array, int start) {
        arrays[operand] = array;
        starts[operand] = start;
    }

    private void bindMemory(int operand) {
        bind(operand, 0, true);
    }

    private void bindNumber(Program program, int operand, double number, int times) {
        int at = program.slots[operand] * TILE;
        kernels.spread(number, tiles, at, times, false);
        bind(operand, at, false);
    }

    private void bind(int operand, int start, boolean memory) {
        starts[operand] = start;
        inMemory[operand] = memory;
    }

    /** Stores what has not been computed in its place. */
    private void settle(Program program, TapeVariable<A> variable, TapeVariable<A>[] state, int start, int n) {
        for (int i = 0; i < program.outputs.length; i++) {
            int output = program.outputs[i];
            if (inMemory[output] && !isInPlace(program, i)) {
                // A rule may give one operand back as another: it is kept while others are stored over it.
                kernels.copy(array(output), at(output), tiles, program.slots[output] * TILE, n, false);
            }
        }
        for (int i = 0; i < program.outputs.length; i++) {
            if (!isInPlace(program, i)) {
                store(
                        program.slots[program.outputs[i]],
                        program.steps[program.outputs[i]],
                        becoming(variable, state, i),
                        start,
                        n);
            }
        }
    }

    private boolean isInPlace(Program program, int i) {
        return program.outputs[i] == Program.input(i) || program.inPlace[i] && inMemory[program.outputs[i]];
    }

    private void store(int slot, int step, TapeVariable<A> to, int start, int n) {
        if (step == 0) {
            kernels.spread(kernels.get(tiles, slot * TILE), to.storage.numbers, to.start + start, n, false);
        } else {
            kernels.copy(tiles, slot * TILE, to.storage.numbers, to.start + start, n, false);
        }
    }

    /** What becomes anew: the numbers of the variable (0) or of a state (from 1 on). */
    private static <A> TapeVariable<A> becoming(TapeVariable<A> variable, TapeVariable<A>[] state, int i) {
        return i == 0 ? variable : state[i - 1];
    }

    /** The array that an operand lies in. */
    @SuppressWarnings("unchecked") // only arrays of the precision are bound
    A array(int operand) {
        return inMemory[operand] ? (A) Objects.requireNonNull(arrays[operand]) : tiles;
    }

    /** Where what is computed now begins there. */
    int at(int operand) {
        return inMemory[operand] ? starts[operand] + tileStart : starts[operand];
    }

    /** 1, or 0 if one number stands for all. */
    int step(int operand) {
        return Objects.requireNonNull(bound).steps[operand];
    }

    /** The one number of an operand that has but one. */
    double number(int operand) {
        return kernels.get(tiles, starts[operand]);
    }
}
