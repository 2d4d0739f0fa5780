package org.wengert.nn.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link Preprocessing} is to be fitted for: every column of a table that is neither a target nor left out becomes an
 * input. Immutable; what changes one gives a new one.
 *
 * <pre>{@code
 * Preparation preparation = Preparation.of("price").without("id").missing(Missing.FILL).scaling(Scaling.STANDARDIZE);
 * }</pre>
 *
 * @param targets       the column that holds the class, or those that hold the target numbers
 * @param without       columns that are no inputs
 * @param missing       what becomes of missing values
 * @param unknown       what becomes of categories that training did not know
 * @param scaling       of columns of numbers
 * @param targetScaling of target numbers
 */
public record Preparation(
        List<String> targets,
        Set<String> without,
        Missing missing,
        UnknownCategory unknown,
        Scaling scaling,
        Scaling targetScaling) {
    /** Takes copies. */
    public Preparation {
        targets = List.copyOf(targets);
        without = Set.copyOf(without);
    }

    /** Missing values and unknown categories are refused, and nothing is scaled, until told otherwise. */
    public static Preparation of(String... targets) {
        return new Preparation(
                List.of(targets), Set.of(), Missing.REFUSE, UnknownCategory.REFUSE, Scaling.NONE, Scaling.NONE);
    }

    /** The same without these columns, such as a number that only counts the rows. */
    public Preparation without(String... columns) {
        Set<String> all = new HashSet<>(without);
        all.addAll(Arrays.asList(columns));
        return new Preparation(targets, all, missing, unknown, scaling, targetScaling);
    }

    /** The same with another rule for missing values. */
    public Preparation missing(Missing rule) {
        return new Preparation(targets, without, rule, unknown, scaling, targetScaling);
    }

    /** The same with another rule for unknown categories. */
    public Preparation unknown(UnknownCategory rule) {
        return new Preparation(targets, without, missing, rule, scaling, targetScaling);
    }

    /** The same with columns of numbers scaled. */
    public Preparation scaling(Scaling rule) {
        return new Preparation(targets, without, missing, unknown, rule, targetScaling);
    }

    /** The same with target numbers scaled. */
    public Preparation targetScaling(Scaling rule) {
        return new Preparation(targets, without, missing, unknown, scaling, rule);
    }
}
