package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * The product of two operands of rank 1 or 2: matrix by matrix, matrix by vector, vector by matrix, or the inner
 * product of two vectors. A matrix may be taken transposed, which costs nothing. A vector on the left is a row, on the
 * right a column, and that axis is missing from the result.
 *
 * <p>{@code y[i,j] = sum over k of a[i,k] b[k,j]}, added up in the order of {@code k}. Gradients:
 * {@code dA = dY B^T}, {@code dB = A^T dY}.
 *
 * @param transposeLeft  whether the left matrix is taken transposed; of no effect on a vector
 * @param transposeRight whether the right matrix is taken transposed; of no effect on a vector
 */
public record MatMul(boolean transposeLeft, boolean transposeRight) implements Structural {
    /** The plain product. */
    public static final MatMul PLAIN = new MatMul(false, false);

    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public String symbol() {
        return "@";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape left = operands[0];
        Shape right = operands[1];
        checkRank("left", left);
        checkRank("right", right);
        Dimensions n = dimensions(left, right);
        int rows = right.rank() == 1 ? right.dim(0) : right.dim(transposeRight ? 1 : 0);
        if (n.inner() != rows) {
            throw new ShapeException("matmul: inner sizes differ: " + described(left, transposeLeft) + " has "
                    + n.inner() + " columns and " + described(right, transposeRight) + " has " + rows + " rows");
        }
        if (left.rank() == 1) {
            return right.rank() == 1 ? Shape.SCALAR : Shape.of(n.columns());
        }
        return right.rank() == 1 ? Shape.of(n.rows()) : Shape.of(n.rows(), n.columns());
    }

    /**
     * The three sizes of the product {@code [rows, inner] x [inner, columns]}; a missing axis counts as 1.
     *
     * @param rows    of the result
     * @param inner   summed over
     * @param columns of the result
     */
    public record Dimensions(int rows, int inner, int columns) {}

    /** The sizes of the product of operands that fit. */
    public Dimensions dimensions(Shape left, Shape right) {
        int rows = left.rank() == 1 ? 1 : left.dim(transposeLeft ? 1 : 0);
        int inner = left.rank() == 1 ? left.dim(0) : left.dim(transposeLeft ? 0 : 1);
        int columns = right.rank() == 1 ? 1 : right.dim(transposeRight ? 0 : 1);
        return new Dimensions(rows, inner, columns);
    }

    private static void checkRank(String side, Shape shape) {
        if (shape.rank() < 1 || shape.rank() > 2) {
            throw new ShapeException("matmul: the " + side + " operand must have rank 1 or 2: its shape is " + shape
                    + "; reshape it, or use mul for products element by element");
        }
    }

    private static String described(Shape shape, boolean transposed) {
        return transposed && shape.rank() == 2 ? shape + " transposed" : shape.toString();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.matMul(this);
    }
}
