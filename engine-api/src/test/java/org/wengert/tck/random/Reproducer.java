package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Shape;

/** An expression as a program that prints its gradients, to run and to send to others. */
public final class Reproducer {
    private final List<Node> nodes;
    private final int root;
    private final String seed;

    /** Writes this expression. */
    public Reproducer(Expression expression) {
        nodes = expression.nodes();
        root = expression.root();
        seed = list(expression.seed());
    }

    /** A class with the library alone. */
    public String java(String engine) {
        StringBuilder text = new StringBuilder("import java.util.Arrays;\nimport org.wengert.*;\n"
                + "import org.wengert.op.*;\n\npublic class Counterexample {\n"
                + "    public static void main(String[] arguments) {\n"
                + "        try (Engine engine = Engines.open(\"" + engine + "\")) {\n");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String type = node.variable() ? "Variable" : "Value";
            line(text, type + " v" + i + " = " + (node.isLeaf() ? javaLeaf(node) : call(node.java(), node)) + ";");
        }
        line(text, "v" + root + ".backward(" + seed + ");");
        line(text, "System.out.println(\"value \" + Arrays.toString(v" + root + ".data()));");
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).variable()) {
                line(text, "System.out.println(\"v" + i + " \" + Arrays.toString(v" + i + ".grad().data()));");
            }
        }
        return text.append("        }\n    }\n}\n").toString();
    }

    private static void line(StringBuilder text, String statement) {
        text.append("            ").append(statement).append('\n');
    }

    private static String javaLeaf(Node node) {
        String kind = node.variable() ? "variable" : "constant";
        return "engine." + kind + "(Shape.of(" + sizes(node.shape()) + "), " + list(node.numbers()) + ")";
    }

    /** A script with PyTorch. */
    public String torch() {
        StringBuilder text = new StringBuilder(
                "import torch\nimport torch.nn.functional as F\n" + "torch.set_default_dtype(torch.float64)\n\n");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            text.append("v" + i + " = ")
                    .append(node.isLeaf() ? torchLeaf(node) : call(node.torch(), node))
                    .append('\n');
        }
        Shape shape = nodes.get(root).shape();
        text.append("v" + root + ".backward(" + tensor(seed, shape) + ")\n");
        text.append("print('value', v" + root + ".tolist())\n");
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).variable()) {
                text.append("print('v" + i + "', v" + i + ".grad)\n");
            }
        }
        return text.toString();
    }

    private static String torchLeaf(Node node) {
        return tensor(list(node.numbers()), node.shape()) + (node.variable() ? ".requires_grad_()" : "");
    }

    private static String tensor(String numbers, Shape shape) {
        return "torch.tensor([" + numbers + "]).reshape([" + sizes(shape) + "])";
    }

    private static String call(String template, Node node) {
        return String.format(
                template, node.operands().stream().map(operand -> "v" + operand).toArray());
    }

    private static String sizes(Shape shape) {
        return Arrays.stream(shape.dims()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static String list(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(", "));
    }
}
