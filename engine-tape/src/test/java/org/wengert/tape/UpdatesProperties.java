package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Unary;

/** An update, whatever its formula is made into, gives the bits of one operation after another. */
class UpdatesProperties {
    /** With decoupled weight decay, and squares that weigh enough for their last bit to count. */
    private static final UpdateRule ADAM = (w, g, state, numbers) -> {
        Value m = state[0].mul(0.9).add(g.mul(1 - 0.9));
        Value v = state[1].mul(0.7).add(g.square().mul(1 - 0.7));
        Value step = m.div(v.sqrt().add(numbers[1])).mul(numbers[0]);
        return new Value[] {w.mul(0.99).sub(step), m, v};
    };

    /** Below and above what lies beside others, what a tile holds, and what a second thread takes part in. */
    private static final int[] SIZES = {1, 5, 0, 256, 257, UpdateLane.TILE + 1, 40_000};

    private static final int STATES = 2;

    @Property(tries = 200)
    void anyFormulaGivesTheBitsOfItsOperations(@ForAll long seed) {
        Random random = new Random(seed);
        Formula formula = Formula.random(random);
        String kernels = List.of("auto", "plain", "vector").get(random.nextInt(3));
        boolean wide =
                random.nextBoolean() && !kernels.equals("vector"); // then functions of numbers differ: see Instruction
        String precision = wide ? "float64" : "float32";
        int[] sizes = random.ints(1 + random.nextInt(6), 0, SIZES.length)
                .map(i -> SIZES[i])
                .toArray();

        assertSameBits(formula, precision, kernels, random, sizes);
    }

    @Example
    void whatOptimisersAreMadeOfTakesOneInstruction() {
        UpdateRule descent = (w, g, state, numbers) -> new Value[] {w.sub(g.mul(numbers[0]))};
        UpdateRule momentum = (w, g, state, numbers) -> {
            Value m = state[0].mul(numbers[1]).add(g);
            return new Value[] {w.sub(m.mul(numbers[0])), m};
        };

        assertEquals(1, new Program(descent, 0, 1).instructions.length);
        assertEquals(2, new Program(momentum, 1, 2).instructions.length);
        assertEquals(3, new Program(ADAM, 2, 2).instructions.length);
    }

    @Example
    void adamGivesTheBitsOfItsOperations() {
        for (String precision : List.of("float32", "float64")) {
            for (String kernels : List.of("auto", "plain")) {
                for (int size = 257; size < 257 + 16; size++) { // whatever is left of a vector
                    assertSameBits(ADAM, precision, kernels, new Random(size), size);
                }
                assertSameBits(ADAM, precision, kernels, new Random(1), SIZES);
            }
        }
    }

    @Example
    void aStepByARootIsOneInstructionHoweverItIsWritten() {
        UpdateRule turned = (w, g, state, numbers) -> {
            Value divisor = numbers[0].mul(numbers[1]).square().add(state[0].sqrt());
            return new Value[] {w.mul(0.99).sub(numbers[0].mul(g.div(divisor))), state[0], state[1]};
        };
        UpdateRule unscaled = (w, g, state, numbers) ->
                new Value[] {w.sub(g.div(state[0].sqrt().add(1e-8))), state[0], state[1]};

        assertEquals(3, new Program(turned, 2, 2).instructions.length); // two of them of numbers
        assertEquals(1, new Program(unscaled, 2, 2).instructions.length);
        assertSameBits(turned, "float32", "auto", new Random(4), SIZES);
        assertSameBits(unscaled, "float32", "auto", new Random(5), SIZES);
    }

    @Example
    void aFunctionOfSeveralPassesIsNotComputedInItsOwnPlace() {
        for (Unary op : Unary.table()) {
            UpdateRule inPlace = (w, g, state, numbers) -> new Value[] {w.apply(op), state[0], state[1]};

            assertSameBits(inPlace, "float64", "vector", new Random(6), 300);
        }
    }

    @Example
    void aStepByARootOfOtherPartsIsNoSingleInstruction() {
        UpdateRule rootIsKept = (w, g, v, numbers) -> {
            Value root = v[0].sqrt();
            return new Value[] {w.sub(g.div(root.add(1e-8))), root};
        };
        UpdateRule arrayIsAdded =
                (w, g, v, numbers) -> new Value[] {w.sub(g.div(v[0].sqrt().add(w))), v[0]};
        UpdateRule numberIsDivided = (w, g, v, numbers) ->
                new Value[] {w.sub(numbers[0].div(v[0].sqrt().add(1e-8))), v[0]};

        assertEquals(4, new Program(rootIsKept, 1, 0).instructions.length);
        assertEquals(4, new Program(arrayIsAdded, 1, 0).instructions.length);
        assertEquals(4, new Program(numberIsDivided, 1, 1).instructions.length);
    }

    @Example
    void moreSmallVariablesThanLieSideBySideAreMovedAll() {
        int[] sizes = new int[10];
        Arrays.fill(sizes, 255);

        assertSameBits(ADAM, "float32", "auto", new Random(2), sizes);
        assertSameBits(ADAM, "float64", "plain", new Random(3), sizes);
    }

    @Example
    void variablesInDifferentArraysAreNoNeighbours() {
        UpdateRule descent =
                (w, g, state, numbers) -> new Value[] {w.sub(g.add(1).mul(numbers[0]))};
        try (Engine engine =
                Engines.open(new TapeEngineProvider(), Configuration.of(Map.of(), Map.of(), Map.of(), Map.of()))) {
            Variable first = engine.variable(Shape.of(5), new double[5]);
            Variable full = first;
            while (((TapeVariable<?>) full).storage == ((TapeVariable<?>) first).storage) {
                full = engine.variable(Shape.of(5), new double[5]);
            }
            Variable second = engine.variable(Shape.of(5), new double[5]); // it begins where the first one ends

            engine.update(descent, List.of(first, second), List.of(List.of(), List.of()), 0.5);

            assertArrayEquals(new double[] {-0.5, -0.5, -0.5, -0.5, -0.5}, first.data());
            assertArrayEquals(new double[] {-0.5, -0.5, -0.5, -0.5, -0.5}, second.data());
        }
    }

    @Example
    void aProductThatIsWantedElsewhereIsComputedForItself() {
        UpdateRule twice = (w, g, state, numbers) -> {
            Value step = g.mul(numbers[0]);
            return new Value[] {w.sub(step), state[0].add(step)};
        };
        UpdateRule kept = (w, g, state, numbers) -> {
            Value step = g.mul(numbers[0]);
            return new Value[] {w.sub(step), step};
        };

        UpdateRule both = (w, g, state, numbers) -> {
            Value step = g.mul(numbers[0]);
            return new Value[] {w.sub(step), state[0].add(step), step};
        };

        assertEquals(3, new Program(twice, 1, 1).instructions.length);
        assertEquals(3, new Program(both, 2, 1).instructions.length);
        assertEquals(2, new Program(kept, 1, 1).instructions.length);
    }

    /** Several updates by one rule, each with gradients and numbers of its own. */
    private static void assertSameBits(UpdateRule rule, String precision, String kernels, Random random, int... sizes) {
        Map<String, String> settings =
                Map.of(TapeEngineProvider.PRECISION, precision, TapeEngineProvider.KERNELS, kernels);
        try (Engine engine =
                Engines.open(new TapeEngineProvider(), Configuration.of(settings, Map.of(), Map.of(), Map.of()))) {
            for (Layout layout : Layout.values()) {
                List<Variable> variables = new ArrayList<>();
                List<List<Variable>> states = new ArrayList<>();
                layout.make(engine, random, variables, states, sizes);
                for (int update = 0; update < 2; update++) {
                    assertSameBits(rule, variables, states, random);
                }
            }
        }
    }

    /** The order in which variables and states are made, and so what lies beside what. */
    private enum Layout {
        /** Each variable and then its states. */
        TURN_BY_TURN,
        /** All variables, then all first states, then all second ones. */
        SIDE_BY_SIDE,
        /** The same, but the second states in another order. */
        PARTLY_SIDE_BY_SIDE;

        void make(Engine engine, Random random, List<Variable> variables, List<List<Variable>> states, int... sizes) {
            for (int size : sizes) {
                variables.add(variable(engine, random, size));
                states.add(new ArrayList<>());
                while (this == TURN_BY_TURN && states.get(states.size() - 1).size() < STATES) {
                    addState(engine, random, variables, states, states.size() - 1);
                }
            }
            for (int slot = 0; this != TURN_BY_TURN && slot < STATES; slot++) {
                boolean backwards = this == PARTLY_SIDE_BY_SIDE && slot > 0;
                for (int i = 0; i < sizes.length; i++) {
                    addState(engine, random, variables, states, backwards ? sizes.length - 1 - i : i);
                }
            }
        }

        private static void addState(
                Engine engine, Random random, List<Variable> variables, List<List<Variable>> states, int i) {
            Shape shape = variables.get(i).shape();
            states.get(i).add(engine.variable(shape, gaussian(random, shape.size())));
        }
    }

    private static void assertSameBits(
            UpdateRule rule, List<Variable> variables, List<List<Variable>> states, Random random) {
        double[] numbers = {random.nextGaussian(), random.nextGaussian()};
        List<double[][]> expected = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable w = variables.get(i);
            w.zeroGrad();
            if (random.nextInt(4) > 0) {
                giveGradient(w, random);
            }
            expected.add(oneAfterAnother(rule, w, states.get(i), numbers));
        }

        variables.get(0).engine().update(rule, variables, states, numbers);

        for (int i = 0; i < variables.size(); i++) {
            assertBits(expected.get(i)[0], variables.get(i));
            for (int s = 0; s < STATES; s++) {
                assertBits(expected.get(i)[s + 1], states.get(i).get(s));
            }
        }
    }

    private static Variable variable(Engine engine, Random random, int size) {
        Shape shape = size == 1 && random.nextBoolean() ? Shape.SCALAR : Shape.of(size);
        return engine.variable(shape, gaussian(random, size));
    }

    private static double[] gaussian(Random random, int size) {
        return random.doubles(size).map(x -> 4 * x - 2).toArray();
    }

    private static void giveGradient(Variable w, Random random) {
        try (Scope step = w.engine().scope()) {
            w.mul(1).backward(gaussian(random, w.shape().size()));
        }
    }

    /** What the formula is by its definition: an operation on values, and then the next. */
    private static double[][] oneAfterAnother(UpdateRule rule, Variable w, List<Variable> state, double... numbers) {
        Engine engine = w.engine();
        try (Scope scope = engine.inference()) {
            Value gradient = spread(engine.constant(w.grad().shape(), w.grad().data()), w.shape());
            Value[] remembered = state.toArray(new Value[0]);
            Value[] constants =
                    Arrays.stream(numbers).mapToObj(engine::constant).toArray(Value[]::new);
            Value[] results = rule.next(w, gradient, remembered, constants);
            return Arrays.stream(results)
                    .map(result -> spread(result, w.shape()).data())
                    .toArray(double[][]::new);
        }
    }

    /** What has one number gets as many as the shape has. */
    private static Value spread(Value value, Shape shape) {
        double[] zeros = new double[shape.size()];
        Arrays.fill(zeros, -0.0); // which changes not even a zero
        return value.add(value.engine().constant(shape, zeros));
    }

    private static void assertBits(double[] expected, Variable actual) {
        assertArrayEquals(bits(expected), bits(actual.data()));
    }

    private static long[] bits(double... x) {
        return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
    }

    /** Some sums, differences, products and quotients of what a rule is given and of one another. */
    private record Formula(long seed, int length) implements UpdateRule {
        static Formula random(Random random) {
            return new Formula(random.nextLong(), 1 + random.nextInt(12));
        }

        @Override
        public Value[] next(Value w, Value g, Value[] state, Value[] numbers) {
            Random random = new Random(seed);
            List<Value> known = new ArrayList<>(List.of(w, g));
            known.addAll(List.of(state));
            known.addAll(List.of(numbers));
            for (int i = 0; i < length; i++) {
                Value a = any(known, random);
                known.add(
                        switch (random.nextInt(12)) {
                            case 0 -> a.add(any(known, random));
                            case 1 -> a.sub(any(known, random));
                            case 2, 3 -> a.mul(numbers[random.nextInt(numbers.length)]);
                            case 4 -> numbers[0].mul(a);
                            case 5 -> a.mul(any(known, random));
                            case 6 ->
                                a.apply(Unary.table()
                                        .get(random.nextInt(Unary.table().size())));
                            case 7 -> a.square().mul(0.5).sub(any(known, random).mul(-0.25));
                            case 8 -> any(known, random).mul(0.5).add(a.square());
                            case 9 -> any(known, random).sub(a.square().mul(numbers[1]));
                            case 10 -> any(known, random).sub(a.square());
                            default ->
                                any(known, random)
                                        .sub(a.div(any(known, random).sqrt().add(numbers[1]))
                                                .mul(numbers[0]));
                        });
            }
            Value[] results = new Value[1 + state.length];
            Arrays.setAll(results, i -> any(known, random));
            results[0] = known.get(known.size() - 1);
            return results;
        }

        private static Value any(List<Value> known, Random random) {
            return known.get(random.nextInt(known.size()));
        }

        /** The same rule object stands for a formula; two of one seed need not be one. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
