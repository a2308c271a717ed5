package org.chainrule.export;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.load;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.save;
import static org.chainrule.Chainrule.schedule;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.workedExample;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chainrule.Examples;
import org.chainrule.network.Network;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.schedule.Plateau;
import org.chainrule.training.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is not what it should be is refused in one line that names the file and the problem. */
class RefusalTest {
    @TempDir
    Path folder;

    private String file;
    private String good;

    @BeforeEach
    void saveTheWorkedExample() throws IOException {
        file = folder.resolve("net.json").toString();
        var data = workedExample();
        var run = training(Examples.worked())
                .data(data)
                .optimizer(adam(0.1))
                .epochs(2)
                .run();
        save(run, standardize(data), file);
        good = Files.readString(Path.of(file));
    }

    private String complaint(String text) throws IOException {
        Files.writeString(Path.of(file), text);
        String message =
                assertThrows(IllegalArgumentException.class, () -> load(file)).getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.startsWith("load() cannot read " + file + ": "), message);
        return message.substring(("load() cannot read " + file + ": ").length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": 2            | "version": 3            | version is 3, but this Chainrule reads the versions 1 to 2.
            "version": 2            | "version": 0            | version is 0, but this Chainrule reads the versions 1 to 2.
            "version": 2            | "version": 1.5          | version is 1.5, but it needs to be a whole number.
            "format": "chainrule"   | "format": "keras"       | format is "keras", but it needs to be "chainrule".
            "format": "chainrule",  |                         | it is no file of a network: it needs a "format" and a "version".
            "type": "Dense"         | "type": "Transformer"   | network.layers[0].rule.type is "Transformer", but known are [AveragePool2d, BatchNorm, Conv2d, Dense, Dropout, Flatten, Lstm, MaxPool2d, Maxout, SimpleRnn, TimeDistributedDense].
            "type": "Sigmoid"       | "type": "CustomActivation" | network.layers[0].rule.activation.type is "CustomActivation", but known are [Elu, Identity, LeakyRelu, Relu, Sigmoid, Softmax, Softplus, Tanh].
            ["x1", "x2"]            | ["x1", "x2", "x3"]      | layer 1 reads 2 values, but it is given 3.
            ["x1", "x2"]            | ["x1", "w3"]            | network() got the name w3 twice, the second time for a parameter; inputs, units and parameters need different names.
            ["w1", "w3", "w2", "w4"] | ["w1", "w3", "w2"]     | network.layers[0].parameters[0] has 4 values, but 3 names.
            ["HN1", "HN2"]          | ["HN1"]                 | network.layers[0] (Dense): parameters[0] are WEIGHTS of 2×2, but it needs WEIGHTS of 1×any.
            "biasOfUnit": [0, 0]    | "biasOfUnit": [0, 1]    | network.layers[0] (Dense): the bias slots [0, 1] of 2 units do not fit to 1 biases.
            "kind": "WEIGHTS"       | "kind": "BIASES"        | network.layers[0] (Dense): parameters[0] are BIASES of 2×2, but it needs WEIGHTS of 2×any.
            "beta1": 0.9            | "beta1": 1.9            | optimizer: beta1() got 1.9, but it needs a number from 0 up to, not including, 1.
            "beta1": 0.9            | "beta3": 0.9            | optimizer has the unknown member "beta3"; known are [type, rate, beta1, beta2, epsilon, biasCorrection].
            "steps": 2              | "steps": -2             | The state of an optimizer got -2 steps, but it needs a count of at least 0.
            "m": [                  | "n": [                  | state.vectors has the unknown member "n"; known are [m, v].
            "m": [                  | "m": [1.0,              | update() got a state with m of 9 values, v of 8 values, but Adam needs m of 8 values, v of 8 values; start without a state, or pass the state of the step before.
            "batches": {            | "batches": {"size": 0    | training.batches: batchSize() got 0, but a batch needs at least 1 sample.
            "epochs": 2             | "epochs": 3             | training.epochs is 3, but there are 3 losses, which should be one more.
            "losses": [             | "losses": [1.0,         | training.epochs is 2, but there are 4 losses, which should be one more.
            "epochs": 2             | "penalties": [1, 2, 3, 4], "epochs": 2 | training.penalties has 4 entries, but there are 3 losses.
            "epochs": 2             | "epochs": 2, "regularizer": {"type": "NoRegularizer"} | training.regularizer.type is "NoRegularizer", but known are [ElasticNet, L1, L2, L2Norm].
            "epochs": 2             | "epochs": 2, "clipping": {"type": "ClipByValue", "limit": -1} | training.clipping: clipByValue() got -1.0, but it needs a finite limit above 0.
            "epochs": 2             | "epochs": 2, "stopRules": [{"type": "Patience", "epochs": 0, "leastImprovement": 0}] | training.stopRules[0]: patience() got 0 epochs, but it needs at least 1.
            """)
    void wrongContent(String from, String to, String message) throws IOException {
        assertTrue(good.contains(from), good);
        assertEquals(message, complaint(good.replaceFirst(Pattern.quote(from), to == null ? "" : to)));
    }

    @Test
    void wrongNumbers() throws IOException {
        String first = good.replaceFirst("(?s).*?\"values\": \\[\\s*\\[([^,]+),.*", "$1");
        assertEquals(
                "network.layers[0].parameters[0].values[0][0] is 1e999, but it needs to be a finite number.",
                complaint(good.replace(first, "1e999")));
        assertEquals(
                "network.layers[0].parameters[0].values[0][0] is \"0.1\", but it needs to be a finite number.",
                complaint(good.replace(first, "\"0.1\"")));
        assertEquals(
                "network.layers[0].parameters[0].values[0][0] is null, but it needs to be a finite number.",
                complaint(good.replace(first, "null")));
        for (String none : List.of("NaN", "Infinity", "-Infinity", "01", "0x10")) {
            String message = complaint(good.replace(first, none));
            assertTrue(
                    message.matches("it is no JSON at line \\d+ column \\d+; NaN and Infinity are no numbers there\\."),
                    message);
        }
    }

    @Test
    void preprocessingThatDoesNotFit() throws IOException {
        assertEquals(
                "preprocessing.means is 1×1, but the features need 1×2.",
                complaint(good.replaceFirst("(?s)(\"means\": \\[\\s*\\[)[^,]+, ", "$1")));
        Network three = network()
                .inputs(3)
                .layer(1)
                .activation(relu())
                .init(he(seed(1)))
                .loss(halfSquaredError());
        assertEquals(
                "the preprocessing gives 2 values, but the network has 3 inputs.",
                assertThrows(IllegalArgumentException.class, () -> save(three, standardize(workedExample()), file))
                        .getMessage());
    }

    /** Wherever a file ends too early, it is refused. */
    @Test
    void truncated() throws IOException {
        int end = good.lastIndexOf('}');
        for (int length = 0; length <= end; length += length < 40 ? 1 : 13) {
            String message = complaint(good.substring(0, length));
            assertTrue(message.startsWith("it is "), message);
        }
        assertTrue(complaint(good.substring(0, end)).startsWith("it is cut off, it ends at line "));
    }

    @Test
    void garbled() throws IOException {
        int line = (int) good.lines().count() + 1;
        assertTrue(complaint(good + "{}").startsWith("it is no JSON at line " + line + " column "));
        assertEquals("it is no file of a network: it needs a \"format\" and a \"version\".", complaint("[1, 2]"));
        assertTrue(complaint("hello").startsWith("it is no JSON at line 1 column "));
        assertTrue(complaint("[".repeat(100_000)).startsWith("it is no JSON at line 1 column "));
        Files.write(Path.of(file), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 1});
        assertEquals(
                "load() cannot read " + file + ": it is no text in UTF-8.",
                assertThrows(IllegalArgumentException.class, () -> load(file)).getMessage());
    }

    @Test
    void noSuchFileOrFolder() {
        String missing = folder.resolve("missing.json").toString();
        assertEquals(
                "load() found no file " + missing + " (looked for " + missing + ").",
                assertThrows(IllegalArgumentException.class, () -> load(missing))
                        .getMessage());
        String below = folder.resolve("no").resolve("net.json").toString();
        assertEquals(
                "save() cannot write " + below + ": there is no folder " + folder.resolve("no") + ".",
                assertThrows(IllegalArgumentException.class, () -> save(Examples.worked(), below))
                        .getMessage());
    }

    @Test
    void whatCannotBeSaved() throws IOException {
        var swish = activation("swish", z -> z / (1 + Math.exp(-z)), z -> z);
        Network own =
                network().inputs(1).layer(1).activation(swish).init(he(seed(1))).loss(halfSquaredError());
        assertEquals(
                "save() cannot write " + file + ": the activation swish is code of your own, which a file cannot hold;"
                        + " use one of Chainrule's, such as tanh().",
                assertThrows(IllegalArgumentException.class, () -> save(own, file))
                        .getMessage());
        var falling = training(Examples.worked())
                .sample(x(1, 2), y(3))
                .optimizer(sgd(schedule("1/t", t -> 1.0 / (t + 1))))
                .epochs(1)
                .run();
        assertEquals(
                "save() cannot write " + file + ": the schedule 1/t is code of your own, which a file cannot hold;"
                        + " use one of Chainrule's, such as cosineDecay(0.1, 100).",
                assertThrows(IllegalArgumentException.class, () -> save(falling, file))
                        .getMessage());
        double[] v = {1, 2, 3, 4, 5, 6, 7, Double.NaN};
        var state = new OptimizerState(1, Plateau.NONE, Map.of("m", new double[8], "v", v));
        var chosen = training(Examples.worked()).optimizer(adam(0.1)).hyperparameters();
        var checkpoint = new Checkpoint(chosen, state, Optional.empty());
        var broken = new SavedModel(Examples.worked(), Optional.empty(), Optional.of(checkpoint));
        assertEquals(
                "save() cannot write " + file + ": there is the value NaN, but a file holds finite numbers only.",
                assertThrows(IllegalArgumentException.class, () -> ModelFile.write(broken, Path.of(file)))
                        .getMessage());
        assertEquals(good, Files.readString(Path.of(file)), "a refused network leaves the file as it was");
    }

    /** Every value of a file changed to something odd: the file loads, or is refused in one line. */
    @Test
    void anyOneValueChanged() throws IOException {
        save(
                network()
                        .inputs(image(1, 3, 3))
                        .conv2d(2, 2)
                        .activation(relu())
                        .init(he(seed(1)))
                        .batchNorm()
                        .maxPool(2)
                        .dropout(0.5, seed(1))
                        .flatten()
                        .maxout(3, 2)
                        .init(he(seed(2)))
                        .loss(halfSquaredError()),
                file);
        changeAll(Files.readString(Path.of(file)));
        save(
                network()
                        .inputs(sequence(2, 1))
                        .lstm(1)
                        .init(xavier(seed(1)))
                        .allSteps()
                        .layer(2)
                        .activation(sigmoid())
                        .init(xavier(seed(1)))
                        .simpleRnn(2, sigmoid())
                        .init(xavier(seed(1)))
                        .loss(halfSquaredError()),
                file);
        changeAll(Files.readString(Path.of(file)));
        changeAll(good);
    }

    private void changeAll(String text) throws IOException {
        List<JsonElement> odd = List.of(
                JsonNull.INSTANCE,
                new JsonPrimitive(-1),
                new JsonPrimitive(0),
                new JsonPrimitive(7),
                new JsonPrimitive(Integer.MAX_VALUE),
                new JsonPrimitive(0.5),
                new JsonPrimitive("odd"),
                new JsonArray(),
                new JsonObject());
        int refused = 0;
        int count = places(JsonParser.parseString(text)).size();
        for (int place = 0; place < count; place++) {
            for (JsonElement value : odd) {
                JsonElement tree = JsonParser.parseString(text);
                places(tree).get(place).set(value);
                refused += loads(tree.toString()) ? 0 : 1;
            }
        }
        assertTrue(refused > count, refused + " of " + count);
    }

    private boolean loads(String text) throws IOException {
        Files.writeString(Path.of(file), text);
        try {
            Network network = load(file).network();
            network.forward(new double[network.inputs().size()]);
            return true;
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("load() cannot read " + file + ": "), e.getMessage());
            assertFalse(e.getMessage().contains("\n") || e.getMessage().contains("null:"), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(text, e);
        }
    }

    private interface Setter {
        void set(JsonElement value);
    }

    private static List<Setter> places(JsonElement tree) {
        List<Setter> places = new ArrayList<>();
        if (tree instanceof JsonObject object) {
            for (String name : object.keySet()) {
                places.add(value -> object.add(name, value));
                places.addAll(places(object.get(name)));
            }
        } else if (tree instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }
}
