package org.wengert.nn.io;

import java.util.OptionalInt;
import org.wengert.nn.Blueprint;
import org.wengert.nn.ModelException;

/** How many numbers go through a model: layers that do not fit together are refused before they meet any. */
final class Widths {
    private OptionalInt inputs = OptionalInt.empty();
    private OptionalInt width = OptionalInt.empty();

    private Widths() {}

    /** The widths of a model of this form. */
    static Widths of(Blueprint blueprint) {
        Widths widths = new Widths();
        widths.through("", blueprint);
        return widths;
    }

    /** How many numbers a sample has; empty if any number will do. */
    OptionalInt inputs() {
        return inputs;
    }

    /** How many outputs a sample has; empty if as many as it has inputs, whatever that is. */
    OptionalInt outputs() {
        return width;
    }

    private void through(String name, Blueprint blueprint) {
        if (blueprint instanceof Blueprint.Sequential sequential) {
            for (int i = 0; i < sequential.layers().size(); i++) {
                through(name + "layers." + i + ".", sequential.layers().get(i));
            }
        } else if (blueprint instanceof Blueprint.Residual residual) {
            OptionalInt before = width;
            through(name + "inner.", residual.inner());
            before = before.isPresent() ? before : inputs;
            if (!before.equals(width)) {
                throw new ModelException("blueprint: a residual layer must keep the width: " + shown(name) + " makes "
                        + width.orElse(0) + " numbers of " + before.orElse(0));
            }
        } else if (blueprint instanceof Blueprint.Dense dense) {
            take(name, dense.inputs());
            width = OptionalInt.of(dense.outputs());
        } else if (blueprint instanceof Blueprint.LayerNorm norm) {
            take(name, norm.size());
        } else if (blueprint instanceof Blueprint.BatchNorm1d norm) {
            take(name, norm.size());
        }
    }

    private void take(String name, int size) {
        if (width.isPresent() && width.getAsInt() != size) {
            throw new ModelException("blueprint: layers do not fit together: " + shown(name) + " takes " + size
                    + " numbers, gets " + width.getAsInt());
        }
        if (inputs.isEmpty()) {
            inputs = OptionalInt.of(size);
        }
        width = OptionalInt.of(size);
    }

    private static String shown(String name) {
        return name.isEmpty() ? "the layer" : name.substring(0, name.length() - 1);
    }
}
