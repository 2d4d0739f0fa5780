package org.wengert;

/**
 * A stretch of a program whose values are forgotten together. Closing it gives back what was recorded inside; a value
 * made inside is refused from then on with a {@link org.wengert.error.ClosedScopeException}. Variables belong to the
 * engine and outlive every scope. Scopes nest: closing one closes those opened inside it. Closing twice does nothing.
 *
 * <pre>{@code
 * try (Scope step = engine.scope()) {
 *     loss(model).backward();
 * }
 * }</pre>
 */
public interface Scope extends AutoCloseable {
    /** Whether values of this scope can be used. */
    boolean isOpen();

    /** Forgets everything made inside. */
    @Override
    void close();
}
