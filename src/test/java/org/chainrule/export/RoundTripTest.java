package org.chainrule.export;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.center;
import static org.chainrule.Chainrule.clipByAverageNorm;
import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.cosineDecay;
import static org.chainrule.Chainrule.elasticNet;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.inverseTimeDecay;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.l1;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.l2Norm;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.load;
import static org.chainrule.Chainrule.lossBelow;
import static org.chainrule.Chainrule.lossChangeBelow;
import static org.chainrule.Chainrule.maxNorm;
import static org.chainrule.Chainrule.meanAbsoluteError;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.minMax;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.naturalExponentialDecay;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.patience;
import static org.chainrule.Chainrule.pca;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.polynomialDecay;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.reduceOnPlateau;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.save;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.warmUp;
import static org.chainrule.Chainrule.whiten;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.Examples;
import org.chainrule.activation.Activation;
import org.chainrule.clipping.Clipping;
import org.chainrule.data.Dataset;
import org.chainrule.data.Preprocessing;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;
import org.chainrule.loss.Reduction;
import org.chainrule.math.RandomStream;
import org.chainrule.network.Network;
import org.chainrule.network.NextLayerStep;
import org.chainrule.network.WeightsStep;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.regularizer.Regularizer;
import org.chainrule.schedule.ConstantRate;
import org.chainrule.schedule.Schedule;
import org.chainrule.training.StopRule;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved comes back with the same bits, whatever it is made of. */
class RoundTripTest {
    @TempDir
    Path folder;

    private SavedModel again(SavedModel model) {
        Path file = folder.resolve("model.json");
        Path copy = folder.resolve("copy.json");
        ModelFile.write(model, file);
        SavedModel back = ModelFile.read(file);
        ModelFile.write(back, copy);
        assertEquals(text(file), text(copy));
        return back;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertComesBack(Network network) {
        Network back = again(SavedModel.of(network)).network();
        assertEquals(network.toString(), back.toString());
        assertArrayEquals(
                bits(network.parameters().toArray()), bits(back.parameters().toArray()));
        assertEquals(names(network), names(back));
        assertEquals(network.parameters().toString(), back.parameters().toString());
        RandomStream random = new RandomStream(network.parameters().size());
        double[] sample = IntStream.range(0, network.inputs().size())
                .mapToDouble(i -> random.nextUniform(-1, 1))
                .toArray();
        assertArrayEquals(
                bits(network.forward(sample).prediction().toRowMajor()),
                bits(back.forward(sample).prediction().toRowMajor()));
        double[][] batch = {sample, sample.clone()};
        assertArrayEquals(
                bits(network.trainingForward(3, batch).prediction().toRowMajor()),
                bits(back.trainingForward(3, batch).prediction().toRowMajor()));
    }

    private static List<List<String>> names(Network network) {
        return Stream.concat(
                        network.layers().stream().map(Layer::units),
                        network.layers().stream()
                                .flatMap(layer -> layer.blocks().stream())
                                .map(block -> block.names()))
                .map(names -> names.toList())
                .toList();
    }

    private static long[] bits(double... values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    static Stream<Network> layers() {
        return Stream.of(
                Examples.worked(),
                Examples.mazur(),
                Examples.worked("A", sigmoid(), tanh(), meanSquaredError().sum(), Examples.Biases.PER_UNIT),
                network()
                        .inputs(image(2, 7, 6))
                        .conv2d(3, 3)
                        .stride(1, 2)
                        .padding(1)
                        .activation(relu())
                        .init(he(seed(1)))
                        .batchNorm(normalization().epsilon(1e-3).epsilonOutsideRoot())
                        .maxPool(2)
                        .stride(1)
                        .samePadding()
                        .averagePool(2)
                        .padding(1)
                        .excludePadding()
                        .dropout(0.25, seed(-7))
                        .flatten()
                        .layer(4)
                        .activation(softmax())
                        .init(xavier(seed(2)))
                        .loss(categoricalCrossEntropy()),
                network()
                        .inputs(sequence(4, 3))
                        .lstm(3)
                        .init(xavier(seed(3)))
                        .initialState(0.1, 0.2, -0.3)
                        .allSteps()
                        .simpleRnn(2, leakyRelu(0.2))
                        .init(xavier(seed(4)))
                        .initialState(-0.5, 1.0 / 3)
                        .maxout(3, 2)
                        .init(he(seed(5)))
                        .batchNorm()
                        .loss(huber(0.7)),
                network()
                        .inputs(sequence(3, 2))
                        .layer(2)
                        .activation(tanh())
                        .init(xavier(seed(3)))
                        .biases(0.1, -0.2)
                        .layer(3)
                        .activation(softmax())
                        .weights(new double[][] {{1, 2}, {3, 4}, {5, 6}})
                        .loss(sparseCategoricalCrossEntropy()),
                network()
                        .inputs("a", "b")
                        .layer("h1", "h2", "h3")
                        .activation(tanh())
                        .init(xavier(seed(9)))
                        .bias("h2", b("shift", 0.1).frozen())
                        .layer("o")
                        .activation(identity())
                        .into("o", w("v1", -0.0), w("v2", Double.MIN_VALUE).frozen(), w("v10", Double.MAX_VALUE / 8))
                        .loss(halfSquaredError()));
    }

    @ParameterizedTest
    @MethodSource
    void layers(Network network) {
        assertComesBack(network);
    }

    @Test
    void everyKindOfLayerIsThere() {
        Set<String> saved = layers().flatMap(network -> network.layers().stream())
                .map(layer -> layer.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = kinds(Layer.class).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, saved);
        assertEquals(known, Records.family(LayerRule.class).keySet());
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Stream.<Class<?>>of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? kinds(type) : Stream.of(type));
    }

    private static void assertAll(Class<?> family, Stream<?> examples) {
        Set<String> named =
                examples.map(each -> each.getClass().getSimpleName()).collect(Collectors.toSet());
        assertEquals(Records.family(family).keySet(), new TreeSet<>(named));
    }

    static Stream<Activation> activations() {
        return Stream.of(identity(), sigmoid(), tanh(), relu(), leakyRelu(0.3), elu(0.7), softplus(), softmax());
    }

    @ParameterizedTest
    @MethodSource
    void activations(Activation activation) {
        assertAll(Activation.class, activations());
        Network network = small(activation, halfSquaredError());
        assertComesBack(network);
        assertEquals(
                activation,
                again(SavedModel.of(network)).network().outputLayer().activation());
    }

    static Stream<Loss> losses() {
        List<Reduction> reductions =
                List.of(Reduction.SUM, Reduction.MEAN, Reduction.MEAN_OVER_SAMPLES, Reduction.scaled(1.0 / 3));
        return plainLosses().flatMap(loss -> reductions.stream().map(loss::with));
    }

    private static Stream<Loss> plainLosses() {
        return Stream.of(
                halfSquaredError(),
                meanSquaredError(),
                meanAbsoluteError(),
                huber(0.3),
                binaryCrossEntropy(),
                categoricalCrossEntropy(),
                sparseCategoricalCrossEntropy());
    }

    @ParameterizedTest
    @MethodSource
    void losses(Loss loss) {
        assertAll(Loss.class, plainLosses());
        assertEquals(
                loss, again(SavedModel.of(small(softmax(), loss))).network().loss());
    }

    private static Network small(Activation activation, Loss loss) {
        return network()
                .inputs(3)
                .layer(4)
                .activation(activation)
                .init(xavier(seed(1)))
                .layer(2)
                .activation(activation)
                .init(normal(0.5, seed(2)))
                .loss(loss);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                sgd(0.1),
                momentum(0.1).lastChange(),
                nesterov(0.1),
                adagrad(0.1),
                rmsprop(0.01).centred(),
                rmsprop(0.01).momentum(0.9),
                adadelta(0.9),
                adam(0.01).epsilonInsideRoot().withoutBiasCorrection(),
                adamax(0.01),
                nadam(0.01),
                amsgrad(0.01),
                adamw(0.01),
                ftrl(0.1).l1(0.01),
                proximalGradientDescent(0.1).l1(0.01),
                proximalAdagrad(0.1),
                adagradDualAveraging(0.1));
    }

    /** A training that is saved half-way ends with the bits of one that is not. */
    @ParameterizedTest
    @MethodSource
    void optimizers(Optimizer optimizer) {
        assertAll(Optimizer.class, optimizers());
        Training start = training(small(tanh(), halfSquaredError())).optimizer(optimizer);
        assertContinues(start);
    }

    private void assertContinues(Training start) {
        Training all = start.sample(x(0.1, -0.4, 0.8), y(0.3, 0.6)).sample(x(1, 0.5, -1), y(0.1, 0.2));
        TrainingRun whole = all.epochs(6).run();
        SavedModel half = again(SavedModel.of(all.epochs(3).run()));
        assertEquals(start.optimizer(), half.optimizer().orElseThrow());
        TrainingRun rest = half.training()
                .sample(x(0.1, -0.4, 0.8), y(0.3, 0.6))
                .sample(x(1, 0.5, -1), y(0.1, 0.2))
                .epochs(3)
                .run();
        assertArrayEquals(
                bits(whole.network().parameters().toArray()),
                bits(rest.network().parameters().toArray()));
        assertEquals(whole.state(), rest.state());
        assertEquals(whole.history(), rest.history());
    }

    static Stream<Regularizer> regularizers() {
        return Stream.of(l1(0.01), l2(0.01).includingBiases(), l2Norm(0.01), elasticNet(0.01, 0.3));
    }

    static Stream<Clipping> clippings() {
        return Stream.of(clipByValue(0.1), clipByNorm(0.1).perUnit(), clipByAverageNorm(0.1), clipByGlobalNorm(0.1));
    }

    static Stream<StopRule> stopRules() {
        return Stream.of(lossBelow(-1), lossChangeBelow(1e-300), patience(3, 1e-3));
    }

    @Test
    void everyAdjustmentAndStopRule() {
        assertAll(Regularizer.class, regularizers());
        assertAll(Clipping.class, clippings());
        assertAll(StopRule.class, stopRules());
        Training start = training(small(tanh(), halfSquaredError())).optimizer(sgd(0.1));
        regularizers().forEach(penalty -> assertContinues(start.regularizer(penalty)));
        clippings().forEach(clipping -> assertContinues(start.clip(clipping)));
        stopRules().forEach(rule -> assertContinues(start.stopWhen(rule)));
        assertContinues(start.constraint(maxNorm(0.5)).batchSize(1, seed(-3)));
    }

    static Stream<Schedule> schedules() {
        return Stream.of(
                new ConstantRate(0.1),
                exponentialDecay(0.1, 0.5, 2).inStairs(),
                inverseTimeDecay(0.1, 0.5, 2),
                naturalExponentialDecay(0.1, 0.5, 2),
                piecewiseConstant(0.1).after(1, 0.05).after(4, 0.01),
                polynomialDecay(0.1, 0.01, 5),
                cosineDecay(0.1, 5),
                warmUp(2, 0.1),
                reduceOnPlateau(0.5).patience(1).minimumChange(10));
    }

    @ParameterizedTest
    @MethodSource
    void schedules(Schedule schedule) {
        assertAll(Schedule.class, schedules());
        assertContinues(training(small(tanh(), halfSquaredError())).optimizer(momentum(schedule)));
    }

    static Stream<Preprocessing> preprocessings() {
        Dataset data = iris();
        return Stream.of(
                center(data),
                standardize(data),
                minMax(data),
                pca(data, 4),
                whiten(data),
                standardize(data).then(pca(standardize(data).apply(data))));
    }

    @ParameterizedTest
    @MethodSource
    void preprocessings(Preprocessing fitted) {
        assertAll(Preprocessing.class, preprocessings());
        Network network = network()
                .inputs(4)
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(1)))
                .loss(sparseCategoricalCrossEntropy());
        SavedModel back = again(SavedModel.of(network).with(fitted));
        assertEquals(fitted, back.preprocessing().orElseThrow());
        double[] flower = {5.1, 3.5, 1.4, 0.2};
        assertArrayEquals(
                bits(network.forward(fitted.apply(flower)).prediction().toRowMajor()),
                bits(back.forward(flower).prediction().toRowMajor()));
    }

    /** Networks of random depth, width and activations, with parameters of random bits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomNetworks(long number) {
        RandomStream random = new RandomStream(number);
        List<Activation> functions = activations().toList();
        NextLayerStep chain = network().inputs(1 + random.nextInt(5));
        WeightsStep last = null;
        for (int layer = random.nextInt(4); layer >= 0; layer--) {
            last = chain.layer(1 + random.nextInt(6))
                    .activation(functions.get(random.nextInt(functions.size())))
                    .init(normal(random.nextUniform(0, 2), seed(number + layer)));
            chain = last;
        }
        Network network = last.loss(meanSquaredError());
        double[] values = network.parameters().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(8) == 0 ? -0.0 : values[i] * Math.pow(10, random.nextInt(600) - 300);
        }
        Network wild = network.with(values);
        Network back = again(SavedModel.of(wild)).network();
        assertArrayEquals(bits(values), bits(back.parameters().toArray()));
        assertEquals(wild.toString(), back.toString());
    }

    /** A file of version 1 has an optimizer and its state, but no training. */
    @Test
    void filesOfVersion1AreStillRead() throws IOException {
        Training start = training(small(tanh(), halfSquaredError())).optimizer(adam(0.1));
        Training all = start.sample(x(0.1, -0.4, 0.8), y(0.3, 0.6));
        Path file = folder.resolve("old.json");
        save(all.epochs(3).run(), file.toString());
        String old =
                text(file).replace("\"version\": 2", "\"version\": 1").replaceFirst("(?s),\\s+\"training\".*", "\n}\n");
        Files.writeString(file, old);
        SavedModel loaded = load(file.toString());
        TrainingRun rest = loaded.training()
                .sample(x(0.1, -0.4, 0.8), y(0.3, 0.6))
                .epochs(3)
                .run();
        TrainingRun whole = all.epochs(6).run();
        assertArrayEquals(
                bits(whole.network().parameters().toArray()),
                bits(rest.network().parameters().toArray()));
        assertEquals(whole.state(), rest.state());
        assertEquals(3, rest.history().epochs());
    }

    @Test
    void theFileIsReadable() {
        save(Examples.worked().with("w3", -0.0), folder.resolve("worked.json").toString());
        String text = text(folder.resolve("worked.json"));
        assertTrue(text.startsWith("{\n  \"format\": \"chainrule\",\n  \"version\": 2,\n  \"network\": {\n"), text);
        assertTrue(text.contains("\"names\": [\"w1\", \"w3\", \"w2\", \"w4\"]"), text);
        assertTrue(text.contains("[0.1, -0.0],\n"), text);
        assertTrue(text.endsWith("}\n"), text);
        assertEquals(
                "[HN1, HN2]",
                load(folder.resolve("worked.json").toString())
                        .network()
                        .layers()
                        .get(0)
                        .units()
                        .toString());
    }
}
