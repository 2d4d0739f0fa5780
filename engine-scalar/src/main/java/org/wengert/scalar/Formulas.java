package org.wengert.scalar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/**
 * Makes the nodes of one result. Every number is computed on the spot and given a closure that says how its gradient
 * goes back: {@code operand.grad += gradient * (derivative of the number by that operand)}.
 */
final class Formulas implements Structural.Visitor<GraphValue> {
    private final ScalarEngine engine;
    private final Origin origin;
    private final List<Value> operands;
    private final Shape shape;
    private final Origin nodeOrigin;

    Formulas(ScalarEngine engine, Origin origin, List<Value> operands, Shape shape) {
        this.engine = engine;
        this.origin = origin;
        this.operands = operands;
        this.shape = shape;
        nodeOrigin = shape.isScalar() ? origin : origin.cell();
    }

    GraphValue apply(Op op) {
        if (op instanceof Unary) {
            return unary((Unary) op);
        }
        if (op instanceof Binary) {
            return binary((Binary) op);
        }
        return ((Structural) op).accept(this);
    }

    private GraphValue unary(Unary op) {
        GraphValue x = operand(0);
        Origin each = nodeOrigin.sending(Numbers.rule(op));
        return each(i -> cell(each, op.value(x.node(i).data), x.node(i), null));
    }

    private GraphValue binary(Binary op) {
        GraphValue left = operand(0);
        GraphValue right = operand(1);
        int[] fromLeft = new BroadcastTo(shape).sources(left.shape());
        int[] fromRight = new BroadcastTo(shape).sources(right.shape());
        Origin each = nodeOrigin.sending(Numbers.rule(op));
        return each(i -> {
            Node a = left.node(fromLeft[i]);
            Node b = right.node(fromRight[i]);
            return cell(each, Numbers.value(op, a.data, b.data), a, b);
        });
    }

    @Override
    public GraphValue matMul(MatMul op) {
        GraphValue left = operand(0);
        GraphValue right = operand(1);
        MatMul.Dimensions n = op.dimensions(left.shape(), right.shape());
        Node[][] rows = Lines.of(
                left, n.rows(), n.inner(), op.transposeLeft() && left.shape().rank() == 2);
        Node[][] columns = Lines.of(
                right,
                n.columns(),
                n.inner(),
                !(op.transposeRight() && right.shape().rank() == 2));
        return each(i -> innerProduct(rows[i / n.columns()], columns[i % n.columns()]));
    }

    private Node innerProduct(Node[] a, Node[] b) {
        return node(sumOfProducts(a, b), y -> {
            sendScaled(y.grad, b, a);
            sendScaled(y.grad, a, b);
        });
    }

    private static double sumOfProducts(Node[] a, Node[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k].data * b[k].data;
        }
        return sum;
    }

    private static void sendScaled(double gradient, Node[] factors, Node[] receivers) {
        if (receivers.length != 0 && receivers[0].isDifferentiable()) {
            for (int k = 0; k < receivers.length; k++) {
                receivers[k].grad += gradient * factors[k].data;
            }
        }
    }

    @Override
    public GraphValue linear(Linear op) {
        GraphValue x = operand(0);
        GraphValue weights = operand(1);
        GraphValue biases = operand(2);
        int inputs = Linear.inputs(x.shape());
        int outputs = biases.size();
        Node[][] samples = Lines.of(x, Linear.samples(x.shape()), inputs, false);
        Node[][] neurons = Lines.of(weights, outputs, inputs, false);
        return each(i -> neuron(op.activation(), samples[i / outputs], neurons[i % outputs], biases.node(i % outputs)));
    }

    private Node neuron(Optional<Unary> activation, Node[] x, Node[] w, Node bias) {
        double sum = sumOfProducts(x, w) + bias.data;
        double data = activation.isPresent() ? activation.get().value(sum) : sum;
        return node(data, y -> {
            double gradient = activation.isPresent() ? y.grad * activation.get().slope(sum, y.data) : y.grad;
            bias.grad += gradient;
            sendScaled(gradient, w, x);
            sendScaled(gradient, x, w);
        });
    }

    @Override
    public GraphValue reduce(Reduce op) {
        GraphValue x = operand(0);
        Node[][] groups = Lines.groups(x, op.keptShape(x.shape()));
        return each(i -> Reductions.of(op.kind(), groups[i], this));
    }

    @Override
    public GraphValue softmax(Softmax op) {
        GraphValue x = operand(0);
        int axis = x.shape().axis(op.name(), op.axis());
        int[] sizes = x.shape().dims();
        sizes[axis] = 1;
        Node[][] lines = Lines.groups(x, Shape.of(sizes));
        int stride = x.shape().strides()[axis];
        int length = x.shape().dim(axis);
        Node[] result = new Node[x.size()];
        for (int line = 0; line < lines.length; line++) {
            Node[] made = Softmaxes.of(op.logarithmic(), lines[line], this);
            int first = line / stride * stride * length + line % stride;
            for (int k = 0; k < made.length; k++) {
                result[first + k * stride] = made[k];
            }
        }
        return each(i -> result[i]);
    }

    @Override
    public GraphValue crossEntropy(CrossEntropy op) {
        GraphValue logits = operand(0);
        int[] targets = op.targets();
        int classes = logits.shape().dim(logits.shape().rank() - 1);
        Node[][] samples = Lines.of(logits, targets.length, classes, false);
        return each(i -> Softmaxes.crossEntropy(targets[i], samples[i], this));
    }

    @Override
    public GraphValue squaredError(SquaredError op) {
        Node[] x = Lines.all(operand(0));
        Node[] targets = Lines.all(operand(1));
        return each(i -> Reductions.squaredError(op.divisor(x.length), x, targets, this));
    }

    @Override
    public GraphValue where(Where op) {
        boolean[] mask = op.mask();
        int[] fromMask = new BroadcastTo(shape).sources(op.maskShape());
        int[] fromLeft = new BroadcastTo(shape).sources(operand(0).shape());
        int[] fromRight = new BroadcastTo(shape).sources(operand(1).shape());
        return each(i -> copy(
                mask[fromMask[i]] ? operand(0).node(fromLeft[i]) : operand(1).node(fromRight[i])));
    }

    @Override
    public GraphValue concat(Concat op) {
        int axis = shape.axis(op.name(), op.axis());
        int inner = shape.strides()[axis];
        Node[] joined = new Node[shape.size()];
        int offset = 0;
        for (int part = 0; part < operands.size(); part++) {
            GraphValue x = operand(part);
            int block = x.shape().dim(axis) * inner;
            for (int i = 0; i < x.size(); i++) {
                joined[i / block * shape.dim(axis) * inner + offset + i % block] = x.node(i);
            }
            offset += block;
        }
        return each(i -> copy(joined[i]));
    }

    @Override
    public GraphValue rearrange(Rearrangement op) {
        GraphValue x = operand(0);
        int[] sources = op.sources(x.shape());
        return each(i -> copy(x.node(sources[i])));
    }

    /** The same number as a node of its own, for its gradient is not that of the original. */
    private Node copy(Node x) {
        return node(x.data, y -> x.grad += y.grad);
    }

    private GraphValue operand(int i) {
        return (GraphValue) operands.get(i);
    }

    /** A node that sends its gradient by a rule of its own. */
    Node node(double data, Backward rule) {
        return new Node(engine, nodeOrigin.sending(rule), data);
    }

    /** A node inside a grid, made of one or two others; if it has no gradient, they are not kept. */
    private Node cell(Origin each, double data, Node left, @Nullable Node right) {
        return each.differentiable()
                ? new Node(engine, each, engine.latestBefore(each), data, left, right)
                : new Node(engine, each, data);
    }

    private GraphValue each(IntFunction<Node> rule) {
        if (shape.isScalar()) {
            return rule.apply(0);
        }
        Node[] nodes = new Node[shape.size()];
        Arrays.setAll(nodes, rule);
        return new Grid(engine, origin, shape, nodes);
    }
}
