package org.wengert.bench.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

class FormulaTest {
    private static final Map<String, Double> NUMBERS = Map.of("x", 2.0, "y", -3.0, "x_1", 5.0);

    private static double value(String expression) {
        try (Engine engine = Engines.open("scalar")) {
            return Formula.of(engine, expression, NUMBERS).result().item();
        }
    }

    private static List<String> operations(String expression) {
        try (Engine engine = Engines.open("scalar")) {
            return Graph.operandsFirst(Formula.of(engine, expression, NUMBERS).result()).stream()
                    .flatMap(made -> made.op().stream())
                    .map(Op::symbol)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "10 - 4 - 3, 3",
        "16 / 4 / 2, 2",
        "2 ** 3 ** 2, 512",
        "2 ^ 3, 8",
        "-x**2, -4",
        "(-x)**2, 4",
        "2**-1, 0.5",
        "--x, 2",
        "x - -y, -1",
        "2*-y, 6",
        ".5 + 1. + 1e1 + 2E-1, 11.7",
        "x_1*x, 10"
    })
    void signsBindAsInPython(String expression, double expected) {
        assertEquals(expected, value(expression));
    }

    @Test
    void everyFunctionOfTheTableIsKnownByItsName() {
        List<String> table = Stream.concat(Unary.table().stream(), Binary.table().stream())
                .map(Op::name)
                .collect(Collectors.toList());

        assertEquals(
                List.of(),
                table.stream().filter(name -> !Functions.names().contains(name)).toList());
        assertEquals(Math.sqrt(2), value("sqrt(x)"));
        assertEquals(8, value("pow(x, 3)"));
        assertEquals(-0.3, value("leakyRelu(y, 0.1)"), 1e-15);
        assertEquals(Math.expm1(-3) * 2, value("elu(y, 2)"), 1e-15);
        assertEquals(-1, value("clamp(y, -1, 1)"));
        assertEquals(-3, value("minimum(x, y)"));
    }

    @Test
    void numbersAreFoldedOnlyWithTheirSign() {
        assertEquals(List.of("+"), operations("x + -3"));
        assertEquals(List.of("**2"), operations("x**2"));
        assertEquals(List.of("**-2"), operations("x**-2"));
        assertEquals(List.of("**"), operations("x**y"));
        assertEquals(List.of("-", "+"), operations("x + -y"));
    }

    @Test
    void aNameIsOneVariableHoweverOftenItStands() {
        try (Engine engine = Engines.open("scalar")) {
            Formula formula = Formula.of(engine, "y + x*x + x", NUMBERS);
            formula.result().backward();

            assertEquals(List.of("y", "x"), List.copyOf(formula.variables().keySet()));
            assertEquals(5, formula.variables().get("x").grad().item());
        }
    }

    @Test
    void partsAreLabelledWithTheirText() {
        try (Engine engine = Engines.open("scalar")) {
            Value result = Formula.of(engine, "( x *\t y ) + 1", NUMBERS).result();

            assertEquals("( x * y ) + 1", result.label());
            assertEquals("x * y", result.operands().get(0).label());
            assertEquals("", result.operands().get(1).label());
        }
    }

    @Test
    void aSumOfManyTermsTakesNoStack() {
        assertEquals(200_000, value("x" + " + x".repeat(99_999)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            ""          | 0 | expected a number, a name or '(': got the end
            x +         | 3 | expected a number, a name or '(': got the end
            x * / y     | 4 | expected a number, a name or '(': got '/'
            * x         | 0 | expected a number, a name or '(': got '*'
            sin()       | 4 | expected a number, a name or '(': got ')'
            2x          | 1 | expected an operator: got 'x'
            x y         | 2 | expected an operator: got 'y'
            x)          | 1 | expected an operator: got ')'
            1.2.3       | 3 | expected an operator: got '.3'
            (x + 1      | 6 | expected an operator or ')': got the end
            sin(x       | 5 | expected an operator or ')': got the end
            (x, y)      | 2 | expected an operator or ')': got ','
            x $ y       | 2 | '$' has no meaning in an expression
            x = 2       | 2 | '=' has no meaning in an expression
            x + tahn(y) | 4 | there is no function 'tahn'; did you mean 'tanh'?
            tanh(x, y)  | 0 | tanh takes 1 operand: got 2
            pow(x)      | 0 | pow takes 2 operands: got 1
            clamp(x, y, 1) | 0 | what follows the first operand of clamp must be numbers
            clamp(x, 1, 0) | 0 | the lower bound of clamp must not exceed the upper
            x*z         | 2 | z has no number: give it one, as in --set z=1
            1 + 1e999   | 4 | '1e999' is too large a number
            """)
    void aFaultIsSaidAndItsPlaceShown(String expression, int column, String message) {
        SyntaxException fault = assertThrows(SyntaxException.class, () -> value(expression));

        assertEquals(message, fault.getMessage());
        assertEquals(List.of("  " + expression, "  " + " ".repeat(column) + "^"), fault.marked());
    }

    @Test
    void aFunctionLikeNoOtherIsAnsweredWithAll() {
        SyntaxException fault = assertThrows(SyntaxException.class, () -> value("qqqqqqq(x)"));

        assertEquals(
                "there is no function 'qqqqqqq': known are " + String.join(", ", Functions.names()),
                fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"(, )", "-, ''", "tanh(, )", "1**, ''"})
    void nestingHasALimit(String opening, String closing) {
        assertTrue(Double.isFinite(value(opening.repeat(200) + "0" + closing.repeat(200))));
        String deep = opening.repeat(100_000) + "0" + closing.repeat(100_000);

        SyntaxException fault = assertThrows(SyntaxException.class, () -> value(deep));

        assertEquals("nested too deeply: more than 200 levels", fault.getMessage());
    }

    @Test
    void theCaretStandsUnderTheCharacterAlsoAfterWideOnes() {
        SyntaxException fault = assertThrows(SyntaxException.class, () -> value("\uD835\uDC65\t+ $"));

        assertEquals(List.of("  \uD835\uDC65 + $", "      ^"), fault.marked());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x1=2,x2      | 5 | --set: expected NAME=NUMBER: got 'x2'
            2=x          | 0 | --set: expected NAME=NUMBER: got '2=x'
            x=1,         | 4 | --set: expected NAME=NUMBER: got ''
            x=1,y=abc    | 6 | --set: not a number: 'abc'
            x=           | 2 | --set: not a number: ''
            x=1,y=2,x=3  | 8 | --set: x is given twice
            """)
    void aFaultInTheNumbersIsSaidAndItsPlaceShown(String text, int column, String message) {
        SyntaxException fault = assertThrows(SyntaxException.class, () -> Assignments.of(text));

        assertEquals(message, fault.getMessage());
        assertEquals(List.of("  " + text, "  " + " ".repeat(column) + "^"), fault.marked());
    }

    @Test
    void numbersMayStandBetweenSpacesAndBeAnyThatJavaReads() {
        assertEquals(
                Map.of("a", -1.5, "b", 1e300, "c", Double.NaN),
                Assignments.of(" a = -1.5 , b=1e300,c=NaN").numbers());
        assertEquals(Map.of(), Assignments.of("").numbers());
    }
}
