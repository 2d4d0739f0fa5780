package org.wengert.nn.optim;

import org.wengert.Value;

/**
 * How gradients are held in bounds before a step, and before weight decay is added to them. The gradients that variables
 * show stay as they are: bounds are part of the update, which the engine runs in its own storage in the same pass.
 *
 * @see Optimizer#clip
 */
public final class Clip {
    /** No bounds. */
    public static final Clip NONE = new Clip(Kind.NONE, 0);

    private enum Kind {
        NONE,
        VALUE,
        NORM
    }

    private final Kind kind;
    private final double bound;

    private Clip(Kind kind, double bound) {
        this.kind = kind;
        this.bound = bound;
    }

    /**
     * Each number of each gradient by itself between {@code -bound} and {@code bound}.
     *
     * @throws org.wengert.error.ConfigurationException if the bound is not a finite number above 0
     */
    public static Clip value(double bound) {
        return new Clip(Kind.VALUE, Checked.positive("clip", "bound of the gradient", bound));
    }

    /**
     * All gradients together, where their 2-norm exceeds {@code bound}, multiplied by {@code bound / norm}: they keep
     * their direction (Pascanu et al. 2013). PyTorch divides by {@code norm + 1e-6}, which makes steps shorter by that
     * share. The norm is computed in double, see {@link GradientNorm}.
     *
     * @throws org.wengert.error.ConfigurationException if the bound is not a finite number above 0
     */
    public static Clip norm(double bound) {
        return new Clip(Kind.NORM, Checked.positive("clip", "bound of the norm", bound));
    }

    boolean isByNorm() {
        return kind == Kind.NORM;
    }

    /** By what all gradients are multiplied if they are clipped by norm. */
    double scale(double norm) {
        return norm > bound ? bound / norm : 1;
    }

    /** The gradient within its bounds, {@code scale} being that of the norm. */
    Value apply(Value gradient, Value scale) {
        return switch (kind) {
            case NONE -> gradient;
            case VALUE -> gradient.clamp(-bound, bound);
            case NORM -> gradient.mul(scale);
        };
    }

    /** The kind and the bound: {@code norm 1.0}. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case VALUE -> "value " + bound;
            case NORM -> "norm " + bound;
        };
    }
}
