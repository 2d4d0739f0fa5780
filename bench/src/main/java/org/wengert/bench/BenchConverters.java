package org.wengert.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wengert.bench.run.Allowed;
import org.wengert.bench.run.Level;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the texts of a benchmark run's options to their values. */
final class BenchConverters {
    private BenchConverters() {}

    /** One of some names. */
    private abstract static class OneOf implements ITypeConverter<String> {
        private final List<String> known;

        OneOf(String... known) {
            this.known = List.of(known);
        }

        @Override
        public String convert(String text) {
            if (!known.contains(text)) {
                throw new TypeConversionException(Names.unknown(text, known));
            }
            return text;
        }
    }

    /** A precision by its name. */
    static final class OfPrecision extends OneOf {
        OfPrecision() {
            super(Allowed.PRECISION.split("[|]"));
        }
    }

    /** Kernels by their name. */
    static final class OfKernels extends OneOf {
        OfKernels() {
            super(Allowed.KERNELS.split("[|]"));
        }
    }

    /** {@code auto} or a number of threads. */
    static final class OfThreads implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.matches(Allowed.THREADS)) {
                throw new TypeConversionException("it must be 'auto' or a whole number from 1: got '" + text + "'");
            }
            return text;
        }
    }

    /** A share above 0, in percent: {@code 10%}, {@code 2.5}. */
    static final class OfPercent implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (!text.matches("[0-9]{1,4}([.][0-9]{1,4})?%?") || Double.parseDouble(text.replace("%", "")) == 0) {
                throw new TypeConversionException("it must be a share above 0 in percent, as 10%: got '" + text + "'");
            }
            return Double.parseDouble(text.replace("%", "")) / 100;
        }
    }

    /** How much time there is, by name. */
    static final class OfLevel implements ITypeConverter<Level> {
        @Override
        public Level convert(String text) {
            List<String> names = Arrays.stream(Level.values())
                    .map(level -> level.name().toLowerCase(Locale.ROOT))
                    .toList();
            if (!names.contains(text)) {
                throw new TypeConversionException(Names.unknown(text, names));
            }
            return Level.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
