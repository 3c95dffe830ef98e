package io.ashiato.intel.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All that was learned from cases with known answers. As JSON, features stand by name.
///
/// @param ranking who comes first
/// @param right is the first one right, if nothing was planted? Over `NamingFeature`
/// @param planted was the first one's evidence planted? Over `NamingFeature`
/// @param nameAt the probability from which on a name is given
public record BehaviourWeights(RankingWeights ranking, BoostedTrees right, BoostedTrees planted, double nameAt) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String UNKNOWN_FEATURE = ": no such feature: ";

    /// Reads what `toJson` wrote.
    ///
    /// @throws RelationFormatException if it is not that
    public static BehaviourWeights read(InputStream in) throws IOException, RelationFormatException {
        JsonNode root = Json.read(in, "behaviour model");
        return new BehaviourWeights(
                new RankingWeights(ranking(root, "ranking"), ranking(root, "techniques")),
                trees(root, "right"),
                trees(root, "planted"),
                Json.number(root.path("nameAt"), "nameAt"));
    }

    /// As JSON text, one line for each tree, the same text for the same weights.
    public String toJson() {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("ranking", rankingJson(ranking.all(), false));
        root.set("techniques", rankingJson(ranking.techniquesOnly(), true));
        root.put("nameAt", nameAt);
        root.set("right", treesJson(right));
        root.set("planted", treesJson(planted));
        return MAPPER.writeValueAsString(root)
                        .replace("\"trees\":[[", "\"trees\":[\n[")
                        .replace("]],[[", "]],\n[[")
                        .replace("]],[\"", "]],\n[\"")
                + "\n";
    }

    private static double[] ranking(JsonNode root, String field) throws RelationFormatException {
        var weights = new double[Feature.values().length];
        for (var entry : Json.object(root, field, "behaviour model").properties()) {
            int place = place(entry.getKey(), Feature.values(), field);
            weights[place] = Json.number(entry.getValue(), field + "." + entry.getKey());
        }
        return weights;
    }

    private static ObjectNode rankingJson(double[] weights, boolean techniquesOnly) {
        var node = JsonNodeFactory.instance.objectNode();
        for (Feature feature : Feature.values()) {
            if (!techniquesOnly || RankingWeights.byTechniquesAlone(feature)) {
                node.put(name(feature), weights[feature.place()]);
            }
        }
        return node;
    }

    private static BoostedTrees trees(JsonNode root, String field) throws RelationFormatException {
        JsonNode model = Json.object(root, field, "behaviour model");
        var trees = new ArrayList<BoostedTrees.Node>();
        for (JsonNode tree : Json.list(model.path("trees"), field + ".trees")) {
            trees.add(tree(tree, field + ".trees[" + trees.size() + "]"));
        }
        return new BoostedTrees(Json.number(model.path("bias"), field + ".bias"), trees);
    }

    /// A leaf is a number, a split `[feature, threshold, left, right]`. The depth is bounded by `Json`.
    private static BoostedTrees.Node tree(JsonNode node, String where) throws RelationFormatException {
        if (node.isNumber()) {
            return new BoostedTrees.Leaf(Json.number(node, where));
        }
        List<JsonNode> parts = Json.list(node, where);
        if (parts.size() != 4) {
            throw new RelationFormatException(where + ": a split must be [feature, threshold, left, right]");
        }
        return new BoostedTrees.Split(
                place(Json.text(parts.get(0), where), NamingFeature.values(), where),
                Json.number(parts.get(1), where),
                tree(parts.get(2), where),
                tree(parts.get(3), where));
    }

    private static ObjectNode treesJson(BoostedTrees model) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("bias", model.bias());
        ArrayNode trees = node.putArray("trees");
        model.trees().forEach(tree -> trees.add(treeJson(tree)));
        return node;
    }

    @SuppressWarnings("EnumOrdinal") // trees have places; the file has the names
    private static JsonNode treeJson(BoostedTrees.Node tree) {
        return switch (tree) {
            case BoostedTrees.Leaf leaf -> JsonNodeFactory.instance.numberNode(leaf.value());
            case BoostedTrees.Split split -> {
                IntFunction<String> name = place -> name(NamingFeature.values()[place]);
                yield JsonNodeFactory.instance
                        .arrayNode()
                        .add(name.apply(split.feature()))
                        .add(split.threshold())
                        .add(treeJson(split.left()))
                        .add(treeJson(split.right()));
            }
        };
    }

    private static String name(Enum<?> feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int place(String name, Enum<?>[] features, String where) throws RelationFormatException {
        for (int place = 0; place < features.length; place++) {
            if (name(features[place]).equals(name)) {
                return place;
            }
        }
        throw new RelationFormatException(where + UNKNOWN_FEATURE + name);
    }
}
