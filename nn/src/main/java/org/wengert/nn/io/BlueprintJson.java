package org.wengert.nn.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.error.ConfigurationException;
import org.wengert.error.Excerpt;
import org.wengert.nn.Activation;
import org.wengert.nn.Blueprint;
import org.wengert.nn.ModelException;

/** An architecture as JSON: each layer an object, whose type says what else is in it. */
final class BlueprintJson {
    private BlueprintJson() {}

    static JsonObject write(Blueprint blueprint) {
        if (blueprint instanceof Blueprint.Dense dense) {
            JsonObject json = typed("dense");
            json.addProperty("inputs", dense.inputs());
            json.addProperty("outputs", dense.outputs());
            json.addProperty("activation", known(dense.activation()).name());
            return json;
        }
        if (blueprint instanceof Blueprint.Dropout dropout) {
            JsonObject json = typed("dropout");
            json.addProperty("rate", dropout.rate());
            return json;
        }
        if (blueprint instanceof Blueprint.LayerNorm norm) {
            JsonObject json = typed("layer_norm");
            json.addProperty("size", norm.size());
            json.addProperty("eps", norm.eps());
            return json;
        }
        if (blueprint instanceof Blueprint.BatchNorm1d norm) {
            JsonObject json = typed("batch_norm_1d");
            json.addProperty("size", norm.size());
            json.addProperty("eps", norm.eps());
            json.addProperty("momentum", norm.momentum());
            return json;
        }
        if (blueprint instanceof Blueprint.Residual residual) {
            JsonObject json = typed("residual");
            json.add("inner", write(residual.inner()));
            return json;
        }
        JsonArray layers = new JsonArray();
        ((Blueprint.Sequential) blueprint).layers().forEach(layer -> layers.add(write(layer)));
        JsonObject json = typed("sequential");
        json.add("layers", layers);
        return json;
    }

    private static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }

    /** A file holds the name of an activation, from which nobody could tell what one of the user's own computes. */
    private static Activation known(Activation activation) {
        if (!Activation.table().contains(activation)) {
            throw new ModelException(
                    "model file: activation is one's own: '" + activation
                            + "' can be named but not described; keep the numbers with Safetensors and build the model in code");
        }
        return activation;
    }

    static Blueprint read(JsonFields json) {
        return json.all(fields -> switch (fields.text("type")) {
            case "dense" -> new Blueprint.Dense(fields.count("inputs"), fields.count("outputs"), activation(fields));
            case "dropout" -> new Blueprint.Dropout(within(fields, "rate", 0, Math.nextDown(1.0)));
            case "layer_norm" -> new Blueprint.LayerNorm(fields.count("size"), eps(fields));
            case "batch_norm_1d" ->
                new Blueprint.BatchNorm1d(fields.count("size"), eps(fields), within(fields, "momentum", 0, 1));
            case "residual" -> new Blueprint.Residual(read(fields.object("inner")));
            case "sequential" -> new Blueprint.Sequential(layers(fields));
            default ->
                throw fields.wrong("type", "one of dense, dropout, layer_norm, batch_norm_1d, residual, sequential");
        });
    }

    private static List<Blueprint> layers(JsonFields fields) {
        List<JsonFields> layers = fields.objects("layers");
        if (layers.isEmpty()) {
            throw fields.wrong("layers", "at least one layer");
        }
        return layers.stream().map(BlueprintJson::read).collect(Collectors.toUnmodifiableList());
    }

    private static Activation activation(JsonFields fields) {
        String name = fields.text("activation");
        try {
            return Activation.named(name);
        } catch (ConfigurationException e) {
            throw new FileException(
                    fields.where() + " has an unknown activation: '" + Excerpt.of(name) + "': there are "
                            + Activation.table().stream().map(Activation::name).collect(Collectors.joining(", ")),
                    e);
        }
    }

    private static double eps(JsonFields fields) {
        return within(fields, "eps", Double.MIN_VALUE, Double.MAX_VALUE);
    }

    private static double within(JsonFields fields, String name, double low, double high) {
        double number = fields.number(name);
        if (!(number >= low && number <= high)) {
            throw fields.wrong(name, "a number from " + low + " to " + high);
        }
        return number;
    }
}
