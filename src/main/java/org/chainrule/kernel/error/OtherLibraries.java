package org.chainrule.kernel.error;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody looks for who knows Keras, PyTorch or scikit-learn, and how Chainrule says it. */
final class OtherLibraries {
    private static final Set<String> LIBRARIES =
            Set.of("nn", "keras", "torch", "tf", "pd", "plt", "StandardScaler", "KFold");

    /** What a method of anybody's own may be called. */
    private static final Set<String> EVERYDAY = Set.of(
            "add",
            "step",
            "score",
            "scale",
            "fit",
            "train",
            "plot",
            "normalize",
            "transform",
            "compile",
            "summary",
            "grad",
            "predict",
            "evaluate");

    private static final Pattern IN_CHAINRULE = Pattern.compile(
            "location: (?:class|interface|variable \\w+ of type) org\\.chainrule\\.[\\w.]+(?:<.*>)?\\s*$");

    private static final List<Entry> ENTRIES = List.of(
            entry(
                    "network().inputs(2).layer(3).activation(relu()).init(he(seed(1)))…",
                    "Sequential",
                    "Model",
                    "Module",
                    "nn",
                    "keras",
                    "torch",
                    "tf"),
            entry(".layer(3).activation(relu()).init(he(seed(1)))", "dense", "Dense", "Linear", "add"),
            entry(".simpleRnn(8)", "rnn", "RNN", "SimpleRNN"),
            entry("training(net).data(data).optimizer(adam(0.01)).epochs(10).run()", "fit", "train", "compile"),
            entry("net.forward(1, 2).prediction()", "predict", "transform"),
            entry("accuracy().of(net, data), and confusionMatrix(net, data)", "evaluate", "score", "accuracy_score"),
            entry("layerTable(net)", "summary"),
            entry("pass.deltas(y(3))", "backward", "backprop", "grad"),
            entry("deltas.update(sgd(0.1))", "step", "zero_grad", "apply_gradients"),
            entry("data.split(0.8, seed(1))", "train_test_split", "random_split"),
            entry("crossValidation(data.folds(5, seed(1)), fold -> training(net)…)", "cross_val_score", "KFold"),
            entry("standardize(data)", "StandardScaler", "normalize", "scale"),
            entry("data.oneHot()", "to_categorical", "OneHotEncoder", "one_hot"),
            entry("training(net)….batchSize(32, seed(1))", "DataLoader", "batch_size"),
            entry("training(net)….stopWhen(patience(10))", "EarlyStopping", "early_stopping"),
            entry("lossCurve(run), and XChart's charts", "plot", "plt"),
            entry("fromCsv(\"file.csv\")", "read_csv", "readCsv", "loadtxt", "pd"),
            entry("seed(1), which is handed to what draws at random", "manual_seed", "set_seed"),
            entry("categoricalCrossEntropy()", "CrossEntropyLoss", "categorical_crossentropy", "crossEntropy"),
            entry("binaryCrossEntropy()", "BCELoss", "binary_crossentropy"),
            entry("meanSquaredError()", "MSELoss", "MSE", "mean_squared_error"));

    private OtherLibraries() {}

    private record Entry(String here, Set<String> elsewhere) {}

    private static Entry entry(String here, String... elsewhere) {
        return new Entry(here, Set.of(elsewhere));
    }

    /** What a name that is unknown here is called; a variable may be anybody's, unless it is known as a library. */
    static Optional<String> of(Hints.Mistake mistake) {
        boolean asked = mistake.isAbout("cant.resolve")
                && (!mistake.message().contains("symbol:   variable") || LIBRARIES.contains(mistake.text()));
        return ENTRIES.stream()
                .filter(entry -> asked && isOurs(mistake) && entry.elsewhere().contains(mistake.text()))
                .map(entry -> "here this is " + entry.here())
                .findFirst();
    }

    /** Whether the name is looked for in a class of Chainrule, or in none and is not an everyday word. */
    private static boolean isOurs(Hints.Mistake mistake) {
        boolean member = mistake.source().substring(0, mistake.start()).endsWith(".");
        return member ? IN_CHAINRULE.matcher(mistake.said()).find() : !EVERYDAY.contains(mistake.text());
    }
}
