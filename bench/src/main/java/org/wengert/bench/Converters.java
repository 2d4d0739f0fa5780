package org.wengert.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.error.WengertException;
import org.wengert.nn.Activation;
import org.wengert.nn.data.Missing;
import org.wengert.spi.EngineProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the text of an option to its value, and the names that may stand there. */
final class Converters {
    /** For which there is a script that completes. */
    static final List<String> SHELLS = List.of("bash", "zsh");

    private Converters() {}

    /** A whole number from 1. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("0*[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("it must be a whole number from 1: got '" + text + "'");
            }
            return Integer.valueOf(text);
        }
    }

    /** A finite number above 0. */
    static final class Positive implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double number = parse(text);
            if (!(number > 0 && number <= Double.MAX_VALUE)) {
                throw new TypeConversionException("it must be a finite number above 0: got '" + text + "'");
            }
            return number;
        }

        private static double parse(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /** A share: 0 or more, but less than 1. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double number = Positive.parse(text);
            if (!(number >= 0 && number < 1)) {
                throw new TypeConversionException("it must be a number from 0 and below 1: got '" + text + "'");
            }
            return number;
        }
    }

    /** Any whole number. */
    static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("it must be a whole number of 64 bits: got '" + text + "'");
            }
        }
    }

    /** An activation by its name. */
    static final class OfActivation implements ITypeConverter<Activation> {
        @Override
        public Activation convert(String text) {
            try {
                return Activation.named(text);
            } catch (ConfigurationException e) {
                throw new TypeConversionException(Names.unknown(text, activations()));
            }
        }
    }

    /** An optimiser by its name. */
    static final class OfOptimizer implements ITypeConverter<OptimizerKind> {
        @Override
        public OptimizerKind convert(String text) {
            @Nullable OptimizerKind kind = OptimizerKind.byName().get(text.toLowerCase(Locale.ROOT));
            if (kind == null) {
                throw new TypeConversionException(
                        Names.unknown(text, OptimizerKind.byName().keySet()));
            }
            return kind;
        }
    }

    /** A rule for missing values by its name. */
    static final class OfMissing implements ITypeConverter<Missing> {
        @Override
        public Missing convert(String text) {
            return Arrays.stream(Missing.values())
                    .filter(rule -> rule.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Names.unknown(text, rules())));
        }
    }

    private static List<String> rules() {
        return Arrays.stream(Missing.values())
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> activations() {
        return Activation.table().stream().map(Activation::name).toList();
    }

    private abstract static class Candidates implements Iterable<String> {
        abstract Collection<String> names();

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    /** For help and completion. */
    static final class DatasetNames extends Candidates {
        @Override
        Collection<String> names() {
            return Dataset.byName().keySet();
        }
    }

    /** For help and completion. */
    static final class ActivationNames extends Candidates {
        @Override
        Collection<String> names() {
            return activations();
        }
    }

    /** For help and completion. */
    static final class MissingNames extends Candidates {
        @Override
        Collection<String> names() {
            return rules();
        }
    }

    /** For help and completion. */
    static final class ShellNames extends Candidates {
        @Override
        Collection<String> names() {
            return SHELLS;
        }
    }

    /** For help and completion. */
    static final class OptimizerNames extends Candidates {
        @Override
        Collection<String> names() {
            return OptimizerKind.byName().keySet();
        }
    }

    /** For help and completion. */
    static final class EngineNames extends Candidates {
        @Override
        Collection<String> names() {
            try {
                return Engines.providers().stream().map(EngineProvider::name).toList();
            } catch (WengertException e) {
                return List.of(); // help must work also where engines do not
            }
        }
    }
}
