package org.wengert.nn.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.wengert.error.Excerpt;

/** One column of a table as a model takes it in: plain data. */
public sealed interface InputColumn {
    /** Its name in the table. */
    String name();

    /** How many inputs it becomes. */
    int width();

    /** The names of these inputs. */
    List<String> featureNames();

    /**
     * Numbers, one input each.
     *
     * @param name in the table
     * @param fill what stands for a missing number; empty if that is not filled
     */
    record Numbers(String name, OptionalDouble fill) implements InputColumn {
        /**
         * Checks the number.
         *
         * @throws DataException if it is not finite
         */
        public Numbers {
            if (fill.isPresent() && !Double.isFinite(fill.getAsDouble())) {
                throw new DataException("preprocessing: not a finite number: column '" + Excerpt.of(name)
                        + "' is filled with " + fill.getAsDouble());
            }
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> featureNames() {
            return List.of(name);
        }
    }

    /**
     * Names of categories, each an input of its own that is 1 where it is the category and else 0 (one-hot).
     *
     * @param name       in the table
     * @param categories the known ones, in the order of their inputs
     * @param fill       what stands for a missing one; empty if that is not filled
     */
    record Categories(String name, List<String> categories, Optional<String> fill) implements InputColumn {
        /**
         * Takes a copy.
         *
         * @throws DataException if there is no category, two are the same, or what is filled in is none of them
         */
        public Categories {
            categories = List.copyOf(categories);
            Set<String> known = new HashSet<>(categories);
            if (known.isEmpty() || known.size() < categories.size()) {
                throw new DataException("preprocessing: categories must be some and differ: column '" + Excerpt.of(name)
                        + "' has " + categories.size() + ", of which " + known.size() + " differ");
            }
            if (fill.isPresent() && !known.contains(fill.get())) {
                throw new DataException("preprocessing: not a category: column '" + Excerpt.of(name)
                        + "' is filled with '" + Excerpt.of(fill.get()) + "': known are " + Excerpt.list(categories));
            }
        }

        @Override
        public int width() {
            return categories.size();
        }

        /** {@code colour=blue}, {@code colour=red} and so on. */
        @Override
        public List<String> featureNames() {
            return categories.stream().map(category -> name + "=" + category).collect(Collectors.toUnmodifiableList());
        }
    }
}
