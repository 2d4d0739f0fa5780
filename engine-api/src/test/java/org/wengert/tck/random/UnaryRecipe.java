package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.op.Unary;

/** Operations on one number, under several parameters. */
final class UnaryRecipe {
    private UnaryRecipe() {}

    static Stream<Node> draw(Unary entry, Step step, Pool pool) {
        List<Unary> variants = variants(entry);
        Unary op = variants.get(step.detail() % variants.size());
        Meaning meaning = UnaryFormula.of(op);
        return pool.from(step.first())
                .filter(x -> pool.isInside(op.domain(), x))
                .mapToObj(x -> Node.of(
                        op,
                        pool.nodes(),
                        i -> new Term(meaning, new int[1], new int[] {i}),
                        "%1$s." + op.name() + "(" + parameters(op) + ")",
                        torch(op),
                        x));
    }

    private static List<Unary> variants(Unary entry) {
        return switch (entry.name()) {
            case "pow" ->
                Stream.of(3.0, 2.0, 1.0, 0.0, -1.0, -2.0, 0.5, 2.5, -1.5)
                        .map(Unary::pow)
                        .collect(Collectors.toList());
            case "leakyRelu" -> Stream.of(0.25, 0.0, 1.5).map(Unary::leakyRelu).collect(Collectors.toList());
            case "elu" -> Stream.of(1.0, 0.5, 2.0).map(Unary::elu).collect(Collectors.toList());
            case "clamp" -> List.of(Unary.clamp(-1, 1), Unary.clamp(0, 1.5), Unary.clamp(-0.5, 2));
            default -> List.of(entry);
        };
    }

    private static String parameters(Unary op) {
        return Arrays.stream(op.parameters()).mapToObj(Double::toString).collect(Collectors.joining(", "));
    }

    private static String torch(Unary op) {
        return switch (op.name()) {
            case "neg" -> "-%1$s";
            case "softplus" -> "torch.logaddexp(%1$s, torch.zeros_like(%1$s))";
            case "logSigmoid" -> "F.logsigmoid(%1$s)";
            case "silu", "gelu" -> "F." + op.name() + "(%1$s)";
            case "geluTanh" -> "F.gelu(%1$s, approximate='tanh')";
            case "leakyRelu" -> "F.leaky_relu(%1$s, " + parameters(op) + ")";
            case "elu" -> "F.elu(%1$s, " + parameters(op) + ")";
            default -> "%1$s." + op.name() + "(" + parameters(op) + ")";
        };
    }
}
