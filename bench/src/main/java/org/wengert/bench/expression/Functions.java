package org.wengert.bench.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.wengert.Nearest;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** The functions that expressions know by name: all of the table of operations. */
final class Functions {
    /**
     * A function.
     *
     * @param operands   how many values it takes
     * @param parameters how many numbers follow them
     * @param op         the operation with these parameters
     */
    record Entry(int operands, int parameters, Function<double[], Op> op) {}

    private static final Map<String, Entry> ALL = all();

    private Functions() {}

    private static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        Unary.table().stream()
                .filter(op -> op.parameters().length == 0)
                .forEach(op -> all.put(op.name(), new Entry(1, 0, none -> op)));
        all.put("leakyRelu", new Entry(1, 1, p -> Unary.leakyRelu(p[0])));
        all.put("elu", new Entry(1, 1, p -> Unary.elu(p[0])));
        all.put("clamp", new Entry(1, 2, p -> Unary.clamp(p[0], p[1])));
        Binary.table().forEach(op -> all.put(op.name(), new Entry(2, 0, none -> op)));
        return all;
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /** The function of a name, which takes so many operands and parameters together. */
    static Entry find(String name, int given, Part part) {
        Entry entry = ALL.get(name);
        if (entry == null) {
            String guess = Nearest.suggestion(name, ALL.keySet().stream());
            throw part.fault("there is no function '" + name + "'"
                    + (guess.isEmpty() ? ": known are " + String.join(", ", ALL.keySet()) : guess));
        }
        int taken = entry.operands() + entry.parameters();
        if (given != taken) {
            throw part.fault(name + " takes " + taken + (taken == 1 ? " operand" : " operands") + ": got " + given);
        }
        return entry;
    }

    /** The operation behind the sign of one. */
    static Binary ofSign(String sign) {
        return List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.POW).stream()
                .filter(op -> op.symbol().equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
