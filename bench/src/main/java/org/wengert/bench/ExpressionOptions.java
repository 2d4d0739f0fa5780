package org.wengert.bench;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.Variable;
import org.wengert.bench.expression.Assignments;
import org.wengert.bench.expression.Formula;
import org.wengert.bench.expression.SyntaxException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** An expression and its numbers. */
final class ExpressionOptions {
    @Parameters(
            index = "0",
            paramLabel = "EXPRESSION",
            description =
                    "Numbers, names, + - * / ** and parentheses, and every function of one or two numbers that engines know,"
                            + " such as tanh(x). After --, it may begin with a minus.")
    private String expression = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=NUMBER,...",
            description = "The numbers of all names.",
            defaultValue = "")
    private String set = "";

    /** Records the expression, differentiates it and hands it on while the engine is open. */
    void evaluate(@Nullable CommandSpec spec, EngineOption engine, Consumer<Formula> use) {
        engine.require();
        try (Engine opened = engine.open()) {
            Formula formula = record(spec, opened);
            formula.result().backward();
            use.accept(formula);
        }
    }

    private Formula record(@Nullable CommandSpec spec, Engine opened) {
        try {
            Assignments assignments = Assignments.of(set);
            Formula formula = Formula.of(opened, expression, assignments.numbers());
            assignments.requireNoneBut(formula.variables().keySet());
            return formula;
        } catch (SyntaxException e) {
            throw new ParameterException(Commands.of(spec), String.valueOf(e.getMessage()), e);
        }
    }

    /** The variable that an option names. */
    static Variable variable(@Nullable CommandSpec spec, Formula formula, String option, String name) {
        Variable variable = formula.variables().get(name);
        if (variable == null) {
            throw new ParameterException(
                    Commands.of(spec),
                    option + ": " + Names.unknown(name, formula.variables().keySet()));
        }
        return variable;
    }
}
