package org.wengert.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The elementwise operations that engines are tried on: all of the tables, those with parameters under several of them
 * (an engine may have built the table's own into a kernel), and operations of a user's own.
 */
final class Table {
    private static final double[][] PARAMETERS = {
        {}, {-2}, {-1}, {-0.3}, {0}, {0.1}, {0.5}, {1}, {2}, {2.5}, {3}, {-0.5, 2}, {0, 1.5},
    };

    private Table() {}

    /** With parameters that this precision holds, for an engine may round them before it uses them. */
    static List<Unary> unary(Precision precision) {
        List<Unary> all = new ArrayList<>(Unary.table());
        for (Method method : Unary.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == Unary.class
                    && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == double.class)) {
                addVariants(all, method);
            }
        }
        all.replaceAll(op -> precision.holds(op.parameters()) ? op : rounded(op, precision));
        all.sort((left, right) -> name(left).compareTo(name(right)));
        all.add(Unary.of("cubed", x -> x * x * x, (x, y) -> 3 * x * x));
        all.add(Unary.of("gaussian", x -> Math.exp(-x * x), (x, y) -> -2 * x * y));
        return all;
    }

    /** The same operation with parameters that the precision holds. */
    static Unary rounded(Unary op, Precision precision) {
        Object[] parameters =
                Arrays.stream(precision.round(op.parameters())).boxed().toArray();
        Class<?>[] types = new Class<?>[parameters.length];
        Arrays.fill(types, double.class);
        try {
            return (Unary) Unary.class.getMethod(op.name(), types).invoke(null, parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no factory for the parameters of " + op.name(), e);
        }
    }

    private static void addVariants(List<Unary> all, Method factory) {
        for (double[] parameters : PARAMETERS) {
            if (parameters.length == factory.getParameterCount()) {
                try {
                    all.add((Unary) factory.invoke(
                            null, Arrays.stream(parameters).boxed().toArray()));
                } catch (InvocationTargetException refused) {
                    continue; // not a parameter of this operation
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    static List<Binary> binary() {
        List<Binary> all = new ArrayList<>(Binary.table());
        all.add(Binary.of(
                "product of squares", (a, b) -> a * a * b * b, (a, b, y) -> 2 * a * b * b, (a, b, y) -> 2 * b * a * a));
        all.add(Binary.of("only the left", (a, b) -> Math.sin(a), (a, b, y) -> Math.cos(a), (a, b, y) -> 0));
        return all;
    }

    /** The name with its parameters: {@code pow(3.0)}. */
    static String name(Unary op) {
        String parameters = Arrays.toString(op.parameters());
        return op.parameters().length == 0
                ? op.name()
                : op.name() + "(" + parameters.substring(1, parameters.length() - 1) + ")";
    }
}
