package org.wengert.nn.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.MinMax;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Scaler;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.data.UnknownCategory;

/** A preprocessing as JSON. Numbers have all the digits they need to come back as they were. */
final class PreprocessingJson {
    private PreprocessingJson() {}

    static JsonObject write(Preprocessing preprocessing) {
        JsonArray columns = new JsonArray();
        preprocessing.columns().forEach(column -> columns.add(column(column)));
        JsonObject json = new JsonObject();
        json.add("columns", columns);
        json.addProperty("missing", JsonFields.word(preprocessing.missing()));
        json.addProperty("unknown", JsonFields.word(preprocessing.unknown()));
        preprocessing.scaler().ifPresent(scaler -> json.add("scaler", scaler(scaler)));
        json.add("target", target(preprocessing.target()));
        return json;
    }

    private static JsonObject column(InputColumn column) {
        JsonObject json = new JsonObject();
        json.addProperty("name", column.name());
        if (column instanceof InputColumn.Categories categories) {
            json.add("categories", texts(categories.categories()));
            categories.fill().ifPresent(fill -> json.addProperty("fill", fill));
        } else {
            ((InputColumn.Numbers) column).fill().ifPresent(fill -> json.addProperty("fill", fill));
        }
        return json;
    }

    private static JsonObject scaler(Scaler scaler) {
        JsonObject json = new JsonObject();
        if (scaler instanceof Standardizer standardizer) {
            json.add("means", numbers(standardizer.means()));
            json.add("deviations", numbers(standardizer.deviations()));
        } else {
            MinMax minMax = (MinMax) scaler;
            json.add("minima", numbers(minMax.minima()));
            json.add("maxima", numbers(minMax.maxima()));
            json.addProperty("low", minMax.low());
            json.addProperty("high", minMax.high());
        }
        return json;
    }

    private static JsonObject target(Target target) {
        JsonObject json = new JsonObject();
        json.add("names", texts(target.names()));
        json.addProperty("kind", JsonFields.word(target.kind()));
        json.add("class_names", texts(target.classNames()));
        target.scaler().ifPresent(scaler -> json.add("scaler", scaler(scaler)));
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray json = new JsonArray();
        texts.forEach(json::add);
        return json;
    }

    private static JsonArray numbers(double... numbers) {
        JsonArray json = new JsonArray();
        for (double number : numbers) {
            json.add(number);
        }
        return json;
    }

    static Preprocessing read(JsonFields json) {
        return json.all(fields -> new Preprocessing(
                fields.objects("columns").stream()
                        .map(PreprocessingJson::readColumn)
                        .collect(Collectors.toUnmodifiableList()),
                fields.word("missing", Missing.class),
                fields.word("unknown", UnknownCategory.class),
                readScaler(fields),
                readTarget(fields.object("target"))));
    }

    private static InputColumn readColumn(JsonFields json) {
        return json.all(fields -> {
            String name = fields.text("name");
            boolean filled = fields.has("fill");
            return fields.has("categories")
                    ? new InputColumn.Categories(
                            name,
                            fields.texts("categories"),
                            filled ? Optional.of(fields.text("fill")) : Optional.empty())
                    : new InputColumn.Numbers(
                            name, filled ? OptionalDouble.of(fields.number("fill")) : OptionalDouble.empty());
        });
    }

    private static Optional<Scaler> readScaler(JsonFields parent) {
        return parent.optionalObject("scaler")
                .map(json -> json.all(fields -> fields.has("means")
                        ? new Standardizer(fields.numbers("means"), fields.numbers("deviations"))
                        : new MinMax(
                                fields.numbers("minima"),
                                fields.numbers("maxima"),
                                fields.number("low"),
                                fields.number("high"))));
    }

    private static Target readTarget(JsonFields json) {
        return json.all(fields -> new Target(
                fields.texts("names"),
                fields.word("kind", TargetKind.class),
                fields.texts("class_names"),
                readScaler(fields)));
    }
}
