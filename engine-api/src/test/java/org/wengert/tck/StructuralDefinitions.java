package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Where;

/** The plain loops that belong to a structural operation, found by its operands' shapes. */
final class StructuralDefinitions implements Structural.Visitor<StructuralCase.Formula> {
    private final List<Shape> operands;
    private final Shape result;

    private StructuralDefinitions(List<Shape> operands, Shape result) {
        this.operands = operands;
        this.result = result;
    }

    static StructuralCase.Formula of(Structural op, Value made) {
        List<Shape> shapes = made.operands().stream().map(Value::shape).collect(Collectors.toList());
        return of(op, shapes, made.shape());
    }

    static StructuralCase.Formula of(Structural op, List<Shape> operands, Shape result) {
        return op.accept(new StructuralDefinitions(operands, result));
    }

    @Override
    public StructuralCase.Formula matMul(MatMul op) {
        Shape left = operands.get(0);
        Shape right = operands.get(1);
        boolean leftT = op.transposeLeft() && left.rank() == 2;
        boolean rightT = op.transposeRight() && right.rank() == 2;
        int m = left.rank() == 1 ? 1 : left.dim(leftT ? 1 : 0);
        int k = left.rank() == 1 ? left.dim(0) : left.dim(leftT ? 0 : 1);
        int n = right.rank() == 1 ? 1 : right.dim(rightT ? 0 : 1);
        return x -> StructuralFormulas.product(x.get(0), leftT, x.get(1), rightT, m, k, n);
    }

    @Override
    public StructuralCase.Formula linear(Linear op) {
        Shape weights = operands.get(1);
        int inputs = weights.dim(weights.rank() - 1);
        return x -> {
            List<Exact> sums = StructuralFormulas.linear(x.get(0), x.get(1), x.get(2), result.size(), inputs);
            return op.activation().isEmpty()
                    ? sums
                    : sums.stream()
                            .map(z -> Derivation.apply(op.activation().get(), List.of(z)))
                            .collect(Collectors.toList());
        };
    }

    @Override
    public StructuralCase.Formula reduce(Reduce op) {
        Shape operand = operands.get(0);
        return x -> StructuralFormulas.reduce(op.kind(), x.get(0), operand, op.keptShape(operand));
    }

    @Override
    public StructuralCase.Formula softmax(Softmax op) {
        int axis = result.axis(op.name(), op.axis());
        return x -> StructuralFormulas.softmax(op.logarithmic(), x.get(0), result, axis);
    }

    @Override
    public StructuralCase.Formula crossEntropy(CrossEntropy op) {
        Shape logits = operands.get(0);
        return x -> StructuralFormulas.crossEntropy(x.get(0), logits.dim(logits.rank() - 1), op.targets());
    }

    @Override
    public StructuralCase.Formula squaredError(SquaredError op) {
        return x -> StructuralFormulas.squaredError(op.mean(), x.get(0), x.get(1));
    }

    @Override
    public StructuralCase.Formula where(Where op) {
        return x -> StructuralFormulas.where(
                op.mask(), op.maskShape(), x.get(0), operands.get(0), x.get(1), operands.get(1), result);
    }

    @Override
    public StructuralCase.Formula concat(Concat op) {
        int axis = result.axis(op.name(), op.axis());
        return x -> StructuralFormulas.concat(x, operands, axis, result);
    }

    @Override
    public StructuralCase.Formula rearrange(Rearrangement op) {
        int[] sources = op.sources(operands.get(0));
        return x -> Arrays.stream(sources).mapToObj(x.get(0)::get).collect(Collectors.toList());
    }
}
