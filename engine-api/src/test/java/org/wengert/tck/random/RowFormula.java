package org.wengert.tck.random;

import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.analysis.differentiation.Derivative;

/** What structural operations make of a row of numbers; ties share equally. */
enum RowFormula implements Formula {
    /** The only number. */
    COPY(Accuracy.EXACT, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return x.get(0);
        }
    },

    /** All added up. */
    SUM(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return x.stream().reduce(T::add).orElseThrow();
        }
    },

    /** The sum divided by the count. */
    MEAN(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return SUM.of(x).divide(x.size());
        }
    },

    /** The largest. */
    MAX(Accuracy.EXACT, true) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return equal(x, x.stream().mapToDouble(T::getReal).max().orElseThrow());
        }
    },

    /** The smallest. */
    MIN(Accuracy.EXACT, true) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return equal(x, x.stream().mapToDouble(T::getReal).min().orElseThrow());
        }
    },

    /** {@code ln sum e^x}. */
    LOG_SUM_EXP(Accuracy.FORMULA, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return logSumExp(x, largest(x));
        }
    },

    /** The first half by the second, number by number, added up. */
    DOT(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            int n = x.size() / 2;
            T sum = x.get(0).multiply(x.get(n));
            for (int i = 1; i < n; i++) {
                sum = sum.add(x.get(i).multiply(x.get(n + i)));
            }
            return sum;
        }
    },

    /** All but the last as {@link #DOT}, and the last added. */
    DOT_AND_BIAS(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            int last = x.size() - 1;
            return DOT.of(x.subList(0, last)).add(x.get(last));
        }
    },

    /** The squares of the first half's distances from the second, added up. */
    SUM_OF_SQUARES(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            int n = x.size() / 2;
            T sum = x.get(0).newInstance(0);
            for (int i = 0; i < n; i++) {
                sum = sum.add(x.get(i).subtract(x.get(n + i)).square());
            }
            return sum;
        }
    },

    /** That sum divided by the count of squares. */
    MEAN_OF_SQUARES(Accuracy.SUM, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            int squares = x.size() / 2;
            return SUM_OF_SQUARES.of(x).divide(squares);
        }
    },

    /** {@code ln sum e^x - x_0}, the cross-entropy of the class whose logit stands first. */
    CROSS_ENTROPY(Accuracy.FORMULA, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            T first = x.get(0);
            return logSumExp(x.stream().map(number -> number.subtract(first)).collect(Collectors.toList()), largest(x));
        }
    },

    /** The logarithm of the share of the first in the sum of all {@code e^x}. */
    LOG_SOFTMAX(Accuracy.FORMULA, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return CROSS_ENTROPY.of(x).negate();
        }
    },

    /** The share of the first in the sum of all {@code e^x}. */
    SOFTMAX(Accuracy.FORMULA, false) {
        @Override
        public <T extends Derivative<T>> T of(List<T> x) {
            return LOG_SOFTMAX.of(x).exp();
        }
    };

    private final Meaning meaning;

    RowFormula(Accuracy accuracy, boolean kinked) {
        meaning = new Meaning(this, accuracy, kinked);
    }

    Meaning meaning() {
        return meaning;
    }

    private static <T extends Derivative<T>> T equal(List<T> x, double value) {
        List<T> tied = x.stream().filter(number -> number.getReal() == value).collect(Collectors.toList());
        return tied.size() == 1 ? tied.get(0) : MEAN.of(tied);
    }

    private static <T extends Derivative<T>> int largest(List<T> x) {
        int top = 0;
        for (int i = 1; i < x.size(); i++) {
            top = x.get(i).getReal() > x.get(top).getReal() ? i : top;
        }
        return top;
    }

    /** {@code x_top + ln(1 + sum of e^(x - x_top))} over the others: one share's distance from 1 keeps its digits. */
    private static <T extends Derivative<T>> T logSumExp(List<T> x, int top) {
        T largest = x.get(top);
        T others = largest.newInstance(0);
        for (int i = 0; i < x.size(); i++) {
            if (i != top) {
                others = others.add(x.get(i).subtract(largest).exp());
            }
        }
        return largest.add(others.log1p());
    }
}
