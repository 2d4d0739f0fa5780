package org.wengert.bench.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wengert.Nearest;

/** Numbers by name, as in {@code x1=2,x2=0}. */
public final class Assignments {
    private static final Pattern PART = Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*=\\s*([^,]*?)\\s*");

    private final String source;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private Assignments(String source) {
        this.source = source;
        int start = 0;
        for (String part : source.isBlank() ? new String[0] : source.split(",", -1)) {
            add(part, start);
            start += part.length() + 1;
        }
    }

    /**
     * Reads them.
     *
     * @throws SyntaxException if a part is not {@code NAME=NUMBER}, or a name stands twice
     */
    public static Assignments of(String source) {
        return new Assignments(source);
    }

    private void add(String part, int start) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new SyntaxException("--set: expected NAME=NUMBER: got '" + part.strip() + "'", source, start);
        }
        String name = matcher.group(1);
        int position = start + matcher.start(1);
        if (numbers.containsKey(name)) {
            throw new SyntaxException("--set: " + name + " is given twice", source, position);
        }
        numbers.put(name, number(matcher.group(2), start + matcher.start(2)));
        positions.put(name, position);
    }

    private double number(String text, int position) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SyntaxException("--set: not a number: '" + text + "'", source, position);
        }
    }

    /** What was given, in that order. */
    public Map<String, Double> numbers() {
        return numbers;
    }

    /**
     * Refuses a name that is none of these.
     *
     * @throws SyntaxException if there is one
     */
    public void requireNoneBut(Set<String> names) {
        positions.forEach((name, position) -> {
            if (!names.contains(name)) {
                String guess = Nearest.suggestion(name, names.stream());
                throw new SyntaxException("--set: the expression has no '" + name + "'" + guess, source, position);
            }
        });
    }
}
