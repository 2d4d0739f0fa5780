package org.wengert.nn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wengert.Value;
import org.wengert.error.ConfigurationException;
import org.wengert.op.Unary;

/** What a layer does to each weighted sum, by name. Formulas and slopes at kinks stand with the operation itself. */
public final class Activation {
    /** The sum as it is: any number. */
    public static final Activation LINEAR = new Activation("linear", x -> x, Optional.empty(), Initializer.XAVIER, 1);

    /** Hyperbolic tangent: -1 to 1. */
    public static final Activation TANH = new Activation("tanh", Unary.TANH, Initializer.XAVIER, 5.0 / 3);

    /** {@code max(x, 0)}: 0 and above. */
    public static final Activation RELU = new Activation("relu", Unary.RELU, Initializer.KAIMING, Math.sqrt(2));

    /** Logistic function: 0 to 1. */
    public static final Activation SIGMOID = new Activation("sigmoid", Unary.SIGMOID, Initializer.XAVIER, 1);

    /** {@code x} above 0 and {@code 0.01 x} elsewhere: any number. */
    public static final Activation LEAKY_RELU =
            new Activation("leakyRelu", Unary.leakyRelu(0.01), Initializer.KAIMING, Math.sqrt(2 / (1 + 0.01 * 0.01)));

    /** {@code x} above 0 and {@code e^x - 1} elsewhere: above -1. */
    public static final Activation ELU = new Activation("elu", Unary.elu(1), Initializer.KAIMING, Math.sqrt(2));

    /** {@code ln(1 + e^x)}: above 0. */
    public static final Activation SOFTPLUS =
            new Activation("softplus", Unary.SOFTPLUS, Initializer.KAIMING, Math.sqrt(2));

    /** {@code x Phi(x)}: above -0.17. */
    public static final Activation GELU = new Activation("gelu", Unary.GELU, Initializer.KAIMING, Math.sqrt(2));

    /** The tanh approximation of {@link #GELU}. */
    public static final Activation GELU_TANH =
            new Activation("geluTanh", Unary.GELU_TANH, Initializer.KAIMING, Math.sqrt(2));

    /** {@code x sigmoid(x)}: above -0.28. */
    public static final Activation SILU = new Activation("silu", Unary.SILU, Initializer.KAIMING, Math.sqrt(2));

    private static final List<Activation> TABLE =
            List.of(LINEAR, TANH, RELU, SIGMOID, LEAKY_RELU, ELU, SOFTPLUS, GELU, GELU_TANH, SILU);

    private final String name;
    private final UnaryOperator<Value> function;
    private final Optional<Unary> operation;
    private final Initializer initializer;
    private final double gain;

    private Activation(String name, Unary operation, Initializer initializer, double gain) {
        this(name, x -> x.apply(operation), Optional.of(operation), initializer, gain);
    }

    private Activation(
            String name,
            UnaryOperator<Value> function,
            Optional<Unary> operation,
            Initializer initializer,
            double gain) {
        this.name = name;
        this.function = function;
        this.operation = operation;
        this.initializer = initializer;
        this.gain = gain;
    }

    /** One of the user's own; its layers begin as {@link Initializer#XAVIER} says unless told otherwise. */
    public static Activation of(String name, UnaryOperator<Value> function) {
        return new Activation(name, function, Optional.empty(), Initializer.XAVIER, 1);
    }

    /** Every activation that has a name here. */
    public static List<Activation> table() {
        return TABLE;
    }

    /**
     * The activation of a name; capitals, dashes and underscores do not count: {@code leaky_relu}.
     *
     * @throws ConfigurationException if there is none, with a list of all
     */
    public static Activation named(String name) {
        return TABLE.stream()
                .filter(activation -> plain(activation.name).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("activation: no such name: '" + name + "': there are "
                        + TABLE.stream().map(Activation::name).collect(Collectors.joining(", "))));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The function of each number of a value. */
    public Value apply(Value x) {
        return function.apply(x);
    }

    /** The one operation that the function is, if it is one. */
    Optional<Unary> operation() {
        return operation;
    }

    /** The name, which model files keep. */
    public String name() {
        return name;
    }

    /** How weights begin that feed this function. */
    public Initializer initializer() {
        return initializer;
    }

    /**
     * By what weights that feed this function are multiplied to keep the variance from layer to layer, as PyTorch
     * recommends: 1 for none and sigmoid, 5/3 for tanh, sqrt(2) for relu, {@code sqrt(2 / (1 + a^2))} for the leaky one
     * of slope {@code a}. Functions like relu, of which PyTorch says nothing, have sqrt(2) too; a user's own has 1.
     *
     * <pre>{@code Initializer.kaimingNormal(activation.gain())}</pre>
     */
    public double gain() {
        return gain;
    }

    @Override
    public String toString() {
        return name;
    }
}
