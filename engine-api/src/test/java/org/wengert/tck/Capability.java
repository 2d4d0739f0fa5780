package org.wengert.tck;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Unary;

/**
 * What an engine may do without, if it says so where the kit is told of it. It must then refuse every use with an
 * {@link UnsupportedOperationException} whose message begins with the capability's name, as in
 * {@code "updates: this engine has none"}. A test that meets such a refusal is skipped, and the certificate says that
 * and why; from an engine that has declared nothing the same refusal is a failure.
 */
public enum Capability {
    /** {@link Engine#scope}: a bound to what is remembered. */
    SCOPES(Engine::scope),

    /** {@link Engine#inference}: computing without recording. */
    INFERENCE(Engine::inference),

    /** {@link Engine#update}: moving a variable by a rule. */
    UPDATES(engine -> engine.update((w, g, state, numbers) -> new Value[] {w.sub(g)}, engine.variable(1), List.of())),

    /** {@link Unary#of} and {@link org.wengert.op.Binary#of}: elementwise operations of a user's own. */
    OWN_OPERATIONS(engine -> engine.variable(1).apply(Unary.of("own", x -> x + 1, (x, y) -> 1))),

    /** Arrays of more than two axes. */
    RANK_ABOVE_2(engine -> engine.variable(Shape.of(1, 1, 1), 1));

    private final Consumer<Engine> use;

    Capability(Consumer<Engine> use) {
        this.use = use;
    }

    /** Makes use of it. */
    void use(Engine engine) {
        use.accept(engine);
    }

    /** Whether this failure comes from a refusal to do what is declared absent. */
    static boolean isRefusal(Throwable failure, Set<Capability> absent) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedOperationException) {
                String message = String.valueOf(cause.getMessage());
                return absent.stream().anyMatch(capability -> message.startsWith(capability.toString()));
            }
        }
        return false;
    }

    /** In words: {@code rank above 2}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
