package org.wengert.tape;

import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.op.Linear;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * {@code Y = f(Z)} with {@code Z = X W^T + b}, the bias added in place. If there is an activation f, Z is kept, or f'(Z)
 * where kernels give both at once. {@code dZ = dY f'(Z)}, {@code db} is the sum of its rows, {@code dX = dZ W} and
 * {@code dW = dZ^T X}. The same kernels as for a product, a sum after it and a function after that, so the same bits,
 * without values in between.
 */
final class LinearRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    LinearRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    private static int rows(ArrayValue<?> y) {
        return Linear.samples(y.operand(0).shape());
    }

    private static int columns(ArrayValue<?> y) {
        return y.operand(2).size();
    }

    private static int inner(ArrayValue<?> y) {
        return Linear.inputs(y.operand(0).shape());
    }

    private static @Nullable Unary activation(Op op) {
        return ((Linear) op).activation().orElse(null);
    }

    @Override
    public long kept(Op op, TapeValue<A>[] operands, Shape shape) {
        return activation(op) == null ? 0 : shape.size();
    }

    // Layers with an activation and without go by one road, for two roads compiled into one caller leave no room there.

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        TapeValue<A> w = y.operand(1);
        TapeValue<A> b = y.operand(2);
        Unary f = activation(y.operation());
        A z = f == null ? y.store() : y.kept();
        int at = f == null ? y.at() : y.keptAt();
        int rows = rows(y);
        int columns = columns(y);
        kernels.product(false, true, rows, inner(y), columns, x.store(), x.at(), w.store(), w.at(), z, at, false);
        kernels.addRow(z, at, b.store(), b.at(), z, at, rows, columns);
        if (f != null) {
            activate(f, y);
        }
    }

    private void activate(Unary f, ArrayValue<A> y) {
        A z = y.kept();
        int at = y.keptAt();
        if (y.inRow) { // as the scalar lane would, for kernels may differ from the table in the last bit
            kernels.spread(f.value(kernels.get(z, at)), y.store(), y.at(), 1, false);
            return;
        }
        Kernels<A> suited = kernels.suited(f);
        if (y.isLive() && suited.givesSlope(f)) {
            suited.unaryAndSlope(f, z, at, y.store(), y.at(), z, at, y.size());
        } else {
            suited.unary(f, z, at, y.store(), y.at(), y.size());
        }
    }

    @Override
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        TapeValue<A> w = y.operand(1);
        TapeValue<A> b = y.operand(2);
        Unary f = activation(y.operation());
        if (f != null) {
            deactivate(f, y);
        }
        A g = f == null ? y.adjoint() : y.keptAdjoints();
        int at = f == null ? y.at() : y.keptAt();
        int rows = rows(y);
        int columns = columns(y);
        int inner = inner(y);
        if (b.isLive()) {
            bias(b, g, at, rows, columns);
        }
        if (x.isLive()) {
            boolean add = x.reach();
            A gx = x.adjoint();
            kernels.product(false, false, rows, columns, inner, g, at, w.store(), w.at(), gx, x.at(), add);
        }
        if (w.isLive()) {
            boolean add = w.reach();
            A gw = w.adjoint();
            kernels.product(true, false, columns, rows, inner, g, at, x.store(), x.at(), gw, w.at(), add);
        }
    }

    /** The adjoint of the sums, from that of the result. */
    private void deactivate(Unary f, ArrayValue<A> y) {
        A z = y.kept();
        A gz = y.keptAdjoints();
        int at = y.keptAt();
        A g = y.adjoint();
        if (y.inRow) {
            double slope = f.slope(kernels.get(z, at), kernels.get(y.store(), y.at()));
            kernels.spread(kernels.get(g, y.at()) * slope, gz, at, 1, false);
            return;
        }
        Kernels<A> suited = kernels.suited(f);
        if (suited.givesSlope(f)) {
            kernels.binary(Binary.MUL, g, y.at(), 1, z, at, 1, gz, at, y.size());
        } else {
            suited.unaryGradient(f, z, at, y.store(), y.at(), g, y.at(), gz, at, y.size(), false);
        }
    }

    /** Rows are added up as they are for any bias, a single column as it is for any single number. */
    private void bias(TapeValue<A> b, A g, int at, int rows, int columns) {
        boolean add = b.reach();
        A gb = b.adjoint();
        if (columns == 1 && rows != 1) {
            int b0 = b.at();
            // Of a sum the slopes are 1, so that its operands and result, for which g stands in, are not looked at.
            kernels.rightGradient(Binary.ADD, g, at, 1, b.store(), b0, 0, g, at, g, at, gb, b0, rows, add);
        } else {
            kernels.sumRows(g, at, rows, columns, gb, b.at(), add);
        }
    }
}
