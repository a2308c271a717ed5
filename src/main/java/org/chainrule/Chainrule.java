package org.chainrule;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.activation.Activation;
import org.chainrule.activation.CustomActivation;
import org.chainrule.activation.Elu;
import org.chainrule.activation.Identity;
import org.chainrule.activation.LeakyRelu;
import org.chainrule.activation.Relu;
import org.chainrule.activation.Sigmoid;
import org.chainrule.activation.Softmax;
import org.chainrule.activation.Softplus;
import org.chainrule.activation.Tanh;
import org.chainrule.chart.CurveChart;
import org.chainrule.chart.LossCurve;
import org.chainrule.chart.ParameterCurve;
import org.chainrule.check.GradientCheck;
import org.chainrule.data.Batches;
import org.chainrule.data.Bundled;
import org.chainrule.data.Center;
import org.chainrule.data.Dataset;
import org.chainrule.data.DatasetReader;
import org.chainrule.data.Generated;
import org.chainrule.data.Idx;
import org.chainrule.data.MinMax;
import org.chainrule.data.OneHot;
import org.chainrule.data.Pca;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Standardize;
import org.chainrule.data.Whiten;
import org.chainrule.diagram.Diagram;
import org.chainrule.explain.Explainer;
import org.chainrule.explain.Explanation;
import org.chainrule.initializer.Constant;
import org.chainrule.initializer.Distribution;
import org.chainrule.initializer.He;
import org.chainrule.initializer.Initializer;
import org.chainrule.initializer.LeCun;
import org.chainrule.initializer.Normal;
import org.chainrule.initializer.Uniform;
import org.chainrule.initializer.Xavier;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.Shape;
import org.chainrule.loss.BinaryCrossEntropy;
import org.chainrule.loss.CategoricalCrossEntropy;
import org.chainrule.loss.HalfSquaredError;
import org.chainrule.loss.Huber;
import org.chainrule.loss.Loss;
import org.chainrule.loss.MeanAbsoluteError;
import org.chainrule.loss.MeanSquaredError;
import org.chainrule.loss.Reduction;
import org.chainrule.loss.SparseCategoricalCrossEntropy;
import org.chainrule.math.Seed;
import org.chainrule.metric.Accuracy;
import org.chainrule.metric.ConfusionMatrix;
import org.chainrule.metric.Mae;
import org.chainrule.metric.Metric;
import org.chainrule.metric.Mse;
import org.chainrule.metric.RSquared;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.NetworkStart;
import org.chainrule.network.Target;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Ledger;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Weight;
import org.chainrule.table.ConfusionTable;
import org.chainrule.table.DatasetTable;
import org.chainrule.table.DeltasTable;
import org.chainrule.table.ForwardTable;
import org.chainrule.table.GradientCheckTable;
import org.chainrule.table.HistoryTable;
import org.chainrule.table.LayersTable;
import org.chainrule.table.LedgerTable;
import org.chainrule.table.NetworkTable;
import org.chainrule.table.PreprocessingTable;
import org.chainrule.table.UpdateTable;
import org.chainrule.training.History;
import org.chainrule.training.LossBelow;
import org.chainrule.training.LossChangeBelow;
import org.chainrule.training.Patience;
import org.chainrule.training.Progress;
import org.chainrule.training.Recording;
import org.chainrule.training.StopRule;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import tech.tablesaw.api.Table;

/**
 * The words of a notebook: {@code import static org.chainrule.Chainrule.*;}.
 *
 * <p>Every method delegates in one line to the class that holds the thing itself. Those of optimizers, learning rates,
 * clipping and regularizers stand in the classes that this one extends.
 *
 * <pre>{@code
 * var net = network()
 *     .inputs("x1", "x2")
 *     .layer("HN1", "HN2").activation(sigmoid())
 *         .into("HN1", w("w1", 0.1), w("w3", 0.1))
 *         .into("HN2", w("w2", 0.2), w("w4", 0.2))
 *         .sharedBias("b1", 1.0)
 *     .layer("ON").activation(sigmoid())
 *         .into("ON", w("w5", 0.3), w("w6", 0.4))
 *         .sharedBias("b2", 0.5)
 *     .loss(halfSquaredError());
 * net.forward(1, 2).at("ON");                 // 0.744323
 * net.forward(1, 2).deltas(y(3)).delta("ON"); // −0.429270
 * }</pre>
 */
public final class Chainrule extends ModelWords {
    private Chainrule() {}

    // --- the network

    /**
     * Starts the description of a network.
     *
     * @return the first step: its inputs
     */
    public static NetworkStart network() {
        return new NetworkStart();
    }

    /**
     * A weight with its name and initial value.
     *
     * @param name unique in the network, such as {@code "w1"}
     * @param value finite
     * @return the weight; {@code .frozen()} keeps it from being updated
     */
    public static Weight w(String name, double value) {
        return new Weight(name, value, false);
    }

    /**
     * A bias with its name and initial value.
     *
     * @param name unique in the network, such as {@code "b1"}
     * @param value finite
     * @return the bias; {@code .frozen()} keeps it from being updated
     */
    public static Bias b(String name, double value) {
        return new Bias(name, value, false);
    }

    /**
     * The inputs of one sample.
     *
     * @param values one per input of the network
     * @return the input
     */
    public static Input x(double... values) {
        return new Input(values);
    }

    /**
     * The target of one sample.
     *
     * @param values one per output of the network
     * @return the target
     */
    public static Target y(double... values) {
        return new Target(values);
    }

    /**
     * Inputs that are an image: {@code network().inputs(image(1, 28, 28)).conv2d(8, 3)…}.
     *
     * @param channels at least 1
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return the shape; the values of a sample come channel after channel, row after row
     */
    public static Shape.Image image(int channels, int height, int width) {
        return new Shape.Image(channels, height, width);
    }

    /**
     * Inputs that are a sequence: {@code network().inputs(sequence(5, 3)).lstm(8)…}.
     *
     * @param steps how many, at least 1
     * @param features values of each step, at least 1
     * @return the shape; the values of a sample come step after step
     */
    public static Shape.Sequence sequence(int steps, int features) {
        return new Shape.Sequence(steps, features);
    }

    /**
     * How a batch normalisation divides and remembers: {@code .batchNorm(normalization().epsilon(1e-3))}.
     *
     * @return ε {@value org.chainrule.layer.Normalization#DEFAULT_EPSILON} inside the root, momentum
     *     {@value org.chainrule.layer.Normalization#DEFAULT_MOMENTUM}
     */
    public static Normalization normalization() {
        return Normalization.DEFAULT;
    }

    // --- random numbers and initial weights

    /**
     * Where random numbers start: the same seed gives the same bits on every machine.
     *
     * @param value any whole number
     * @return the seed
     */
    public static Seed seed(long value) {
        return new Seed(value);
    }

    /**
     * All weights zero, from which no layer learns well: its units stay equal.
     *
     * @return the initializer
     */
    public static Initializer zeros() {
        return constant(0);
    }

    /**
     * All weights equal; units that start equal stay equal.
     *
     * @param value of every weight, finite
     * @return the initializer
     */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /**
     * Weights from N(0, σ).
     *
     * @param sigma standard deviation σ, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer normal(double sigma, Seed seed) {
        return new Normal(sigma, seed);
    }

    /**
     * Weights from U(−a, a).
     *
     * @param bound a, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer uniform(double bound, Seed seed) {
        return new Uniform(bound, seed);
    }

    /**
     * LeCun's initial weights: N(0, σ), σ = √(1 / fan_in).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecun(Seed seed) {
        return new LeCun(Distribution.NORMAL, seed);
    }

    /**
     * LeCun's initial weights, evenly spread: U(−a, a), a = √(3 / fan_in).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecunUniform(Seed seed) {
        return new LeCun(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights, for sigmoid and tanh: U(−a, a), a = √(6 / (fan_in + fan_out)).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavier(Seed seed) {
        return new Xavier(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights in their normal form: N(0, σ), σ = √(2 / (fan_in + fan_out)).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavierNormal(Seed seed) {
        return new Xavier(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, for ReLU: N(0, σ), σ = √(2 / fan_in).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer he(Seed seed) {
        return new He(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, evenly spread: U(−a, a), a = √(6 / fan_in).
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer heUniform(Seed seed) {
        return new He(Distribution.UNIFORM, seed);
    }

    // --- activations

    /**
     * No activation: f(z) = z, range (−∞, ∞).
     *
     * @return the activation
     */
    public static Activation identity() {
        return new Identity();
    }

    /**
     * The logistic function: f(z) = 1 / (1 + e^(−z)), f′ = f(1 − f), range (0, 1).
     *
     * @return the activation
     */
    public static Activation sigmoid() {
        return new Sigmoid();
    }

    /**
     * The hyperbolic tangent: f′ = 1 − f², range (−1, 1).
     *
     * @return the activation
     */
    public static Activation tanh() {
        return new Tanh();
    }

    /**
     * The rectified linear unit: f(z) = max(0, z), f′ = 1 for z &gt; 0, else 0; range [0, ∞).
     *
     * @return the activation
     */
    public static Activation relu() {
        return new Relu();
    }

    /**
     * Leaky ReLU with the slope {@value org.chainrule.activation.LeakyRelu#DEFAULT_SLOPE}.
     *
     * @return the activation
     */
    public static Activation leakyRelu() {
        return leakyRelu(LeakyRelu.DEFAULT_SLOPE);
    }

    /**
     * Leaky ReLU: f(z) = z for z &gt; 0, slope·z otherwise.
     *
     * @param slope of the negative side, from 0 up to, not including, 1
     * @return the activation
     */
    public static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /**
     * The exponential linear unit with α = {@value org.chainrule.activation.Elu#DEFAULT_ALPHA}.
     *
     * @return the activation
     */
    public static Activation elu() {
        return elu(Elu.DEFAULT_ALPHA);
    }

    /**
     * The exponential linear unit: f(z) = z for z &gt; 0, α(e^z − 1) otherwise; range (−α, ∞).
     *
     * @param alpha α, positive
     * @return the activation
     */
    public static Activation elu(double alpha) {
        return new Elu(alpha);
    }

    /**
     * The smooth ReLU: f(z) = ln(1 + e^z), f′ = sigmoid(z), range (0, ∞).
     *
     * @return the activation
     */
    public static Activation softplus() {
        return new Softplus();
    }

    /**
     * Softmax over the units of the layer: e^(z_j) / Σ_k e^(z_k), outputs that add up to 1.
     *
     * @return the activation
     */
    public static Activation softmax() {
        return new Softmax();
    }

    /**
     * An activation of your own.
     *
     * <pre>{@code
     * var sigmoid = new org.chainrule.activation.Sigmoid();
     * var swish = activation("swish",
     *     z -> z * sigmoid.value(z),
     *     z -> sigmoid.value(z) + z * sigmoid.value(z) * (1 - sigmoid.value(z)));
     * }</pre>
     *
     * @param name as it is printed
     * @param rule f(z)
     * @param derivative f′(z); a gradient check shows whether it is right
     * @return the activation
     */
    public static Activation activation(String name, DoubleUnaryOperator rule, DoubleUnaryOperator derivative) {
        return new CustomActivation(name, rule, derivative);
    }

    // --- losses

    /**
     * Half squared error: ½(Ya − Yp)² summed over the outputs, mean over the samples; derivative Yp − Ya.
     *
     * <p>{@code halfSquaredError().scale(1.0 / 100)} is the slide's 1/100 · Σ ½(Ya − Yp)².
     *
     * @return the loss
     */
    public static Loss halfSquaredError() {
        return new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Mean squared error: the mean of (Ya − Yp)² over samples and outputs; derivative 2(Yp − Ya) / N.
     *
     * @return the loss
     */
    public static Loss meanSquaredError() {
        return new MeanSquaredError(Reduction.MEAN);
    }

    /**
     * Mean absolute error: the mean of |Ya − Yp| over samples and outputs.
     *
     * @return the loss
     */
    public static Loss meanAbsoluteError() {
        return new MeanAbsoluteError(Reduction.MEAN);
    }

    /**
     * Huber's loss with the threshold {@value org.chainrule.loss.Huber#DEFAULT_THRESHOLD}: squared near the target, linear far
     * from it.
     *
     * @return the loss
     */
    public static Loss huber() {
        return huber(Huber.DEFAULT_THRESHOLD);
    }

    /**
     * Huber's loss: ½e² up to a threshold, linear beyond it; mean over samples and outputs.
     *
     * @param threshold positive
     * @return the loss
     */
    public static Loss huber(double threshold) {
        return new Huber(threshold, Reduction.MEAN);
    }

    /**
     * Binary cross-entropy: −(Ya ln Yp + (1 − Ya) ln(1 − Yp)), mean over samples and outputs; behind a sigmoid δ = Yp − Ya.
     *
     * @return the loss
     */
    public static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy(Reduction.MEAN);
    }

    /**
     * Cross-entropy of one-hot targets: −Σ Ya ln Yp, mean over the samples; behind a softmax δ = Yp − Ya.
     *
     * @return the loss
     */
    public static Loss categoricalCrossEntropy() {
        return new CategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Cross-entropy of labels 0, 1, …: −ln Yp_label, mean over the samples.
     *
     * @return the loss
     */
    public static Loss sparseCategoricalCrossEntropy() {
        return new SparseCategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }

    // --- training

    /**
     * Starts the description of a training: samples, optimizer and epochs come next, then {@code run()}.
     *
     * @param network where training starts; it stays as it is
     * @return the description
     */
    public static Training training(Network network) {
        return Training.of(network);
    }

    /**
     * For {@code .record(parameters())}: keep the value of every parameter after every epoch.
     *
     * @return what to record
     */
    public static Recording parameters() {
        return Recording.PARAMETERS;
    }

    /**
     * For {@code .record(intermediates())}: keep the pre-activations and outputs of all units after every epoch.
     *
     * @return what to record
     */
    public static Recording intermediates() {
        return Recording.INTERMEDIATES;
    }

    // --- data

    /**
     * A data set for regression from arrays; features are named x1, x2, … and targets y1, y2, … (y if there is one).
     *
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return the data set
     */
    public static Dataset dataset(double[][] inputs, double[][] targets) {
        return Dataset.of(inputs, targets);
    }

    /**
     * A data set for classification from arrays; the classes are 0 to the largest label.
     *
     * @param inputs one row per sample
     * @param labels the number of the class of each sample, from 0
     * @return the data set, one-hot until {@code .labels()} is asked for
     */
    public static Dataset dataset(double[][] inputs, int[] labels) {
        return Dataset.of(inputs, labels);
    }

    /**
     * A data set for classification from arrays; the classes are in alphabetical order.
     *
     * @param inputs one row per sample
     * @param labels the class of each sample
     * @return the data set, one-hot until {@code .labels()} is asked for
     */
    public static Dataset dataset(double[][] inputs, String[] labels) {
        return Dataset.of(inputs, labels);
    }

    /**
     * Starts to read a CSV file whose first line names the columns: {@code fromCsv("data/iris.csv").label("species").dataset()}.
     *
     * @param file path of the file, UTF-8, comma separated
     * @return what is to be told the target
     */
    public static DatasetReader fromCsv(String file) {
        return fromCsv(file, ',');
    }

    /**
     * Starts to read a CSV file with another separator.
     *
     * @param file path of the file, UTF-8
     * @param separator such as {@code ';'}
     * @return what is to be told the target
     */
    public static DatasetReader fromCsv(String file, char separator) {
        return DatasetReader.csv(Path.of(file), separator);
    }

    /**
     * Starts to take a data set from a Tablesaw table: {@code fromTable(table).target("mpg").dataset()}.
     *
     * @param table any table with at least one row
     * @return what is to be told the target
     */
    public static DatasetReader fromTable(Table table) {
        return DatasetTable.reader(table);
    }

    /**
     * Reads MNIST and its kin: images and labels in the IDX format, packed by gzip or not; pixels come as 0 to 1.
     *
     * @param images path of the images; those of MNIST's training set need 0.8 GB of memory
     * @param labels path of their labels
     * @return features p1_1, p1_2, … row by row, and the class of each image
     */
    public static Dataset fromIdx(String images, String labels) {
        return fromIdx(images, labels, Integer.MAX_VALUE);
    }

    /**
     * Reads the first images of MNIST and its kin.
     *
     * @param images path of the images
     * @param labels path of their labels
     * @param limit at most so many images, the first ones
     * @return features p1_1, p1_2, … row by row, and the class of each image
     */
    public static Dataset fromIdx(String images, String labels, int limit) {
        return Idx.read(Path.of(images), Path.of(labels), limit);
    }

    /**
     * The one sample of the worked example: x1 = 1, x2 = 2, y = 3.
     *
     * @return the data set
     */
    public static Dataset workedExample() {
        return Bundled.workedExample();
    }

    /**
     * Fisher's irises: 150 flowers of 3 species, 4 sizes in cm.
     *
     * @return the data set
     */
    public static Dataset iris() {
        return Bundled.iris();
    }

    /**
     * Handwritten digits: 1797 pictures of 8×8 pixels from 0 to 16, 10 classes.
     *
     * @return the data set
     */
    public static Dataset digits() {
        return Bundled.digits();
    }

    /**
     * How many miles 392 cars of 1970 to 1982 go on a gallon, from cylinders, weight, year, origin and more.
     *
     * @return the data set
     */
    public static Dataset autoMpg() {
        return Bundled.autoMpg();
    }

    /**
     * The truth table of exclusive or, four samples.
     *
     * @return the data set
     */
    public static Dataset xor() {
        return Generated.xor();
    }

    /**
     * Points all over a square; class 1 where both coordinates have the same sign.
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to about ±5, 2 classes
     */
    public static Dataset xor(int samples, double noise, Seed seed) {
        return Generated.xor(samples, noise, seed);
    }

    /**
     * A disc inside a ring.
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to ±5, 2 classes
     */
    public static Dataset circles(int samples, double noise, Seed seed) {
        return Generated.circles(samples, noise, seed);
    }

    /**
     * Two interleaved arms of a spiral.
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to about ±5, 2 classes
     */
    public static Dataset spiral(int samples, double noise, Seed seed) {
        return Generated.spiral(samples, noise, seed);
    }

    /**
     * Two Gaussian blobs around (2, 2) and (−2, −2) with the variance 0.5 + 7 · noise.
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset blobs(int samples, double noise, Seed seed) {
        return Generated.blobs(samples, noise, seed);
    }

    /**
     * Two half circles of radius 1 that reach into each other.
     *
     * @param samples how many
     * @param noise standard deviation of what is added to each coordinate, such as 0.1
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset moons(int samples, double noise, Seed seed) {
        return Generated.moons(samples, noise, seed);
    }

    /**
     * Regression: y = sin(x) + noise for x from −π to π.
     *
     * @param samples how many
     * @param noise standard deviation of what is added to y, such as 0.1
     * @param seed as {@code seed(1)}
     * @return 1 feature, 1 target
     */
    public static Dataset sine(int samples, double noise, Seed seed) {
        return Generated.sine(samples, noise, seed);
    }

    /**
     * How many updates one epoch makes: ⌈N / b⌉, so 10 000 samples in batches of 100 give 100.
     *
     * @param samples N
     * @param batchSize b, at least 1
     * @return the count
     */
    public static int updatesPerEpoch(int samples, int batchSize) {
        return Batches.updatesPerEpoch(samples, batchSize);
    }

    // --- preprocessing, fitted on training data: standardize(parts.training()).apply(parts.test())

    /**
     * Mean subtraction: x ↦ x − mean.
     *
     * @param training the data whose means it takes
     * @return the fitted change
     */
    public static Center center(Dataset training) {
        return Center.fit(training);
    }

    /**
     * Standardisation: x ↦ (x − mean) / σ with the population standard deviation; a constant feature becomes 0.
     *
     * @param training the data whose means and deviations it takes
     * @return the fitted change
     */
    public static Standardize standardize(Dataset training) {
        return Standardize.fit(training);
    }

    /**
     * Min-max scaling: x ↦ (x − smallest) / (largest − smallest); a constant feature becomes 0.
     *
     * @param training the data whose extremes it takes
     * @return the fitted change
     */
    public static MinMax minMax(Dataset training) {
        return MinMax.fit(training);
    }

    /**
     * All principal components: uncorrelated directions, the one of largest variance first.
     *
     * @param training the data whose covariance it takes
     * @return the fitted change
     */
    public static Pca pca(Dataset training) {
        return Pca.fit(training);
    }

    /**
     * The first principal components.
     *
     * @param training the data whose covariance it takes
     * @param components how many to keep
     * @return the fitted change
     */
    public static Pca pca(Dataset training, int components) {
        return Pca.fit(training, components);
    }

    /**
     * Whitening: principal components scaled to variance 1, so that the covariance is the identity.
     *
     * @param training the data whose covariance it takes
     * @return the fitted change
     */
    public static Whiten whiten(Dataset training) {
        return Whiten.fit(training);
    }

    /**
     * Classes as vectors: {@code oneHot("red", "green", "blue").encode("green")} is (0, 1, 0).
     *
     * @param classes in the order of their labels
     * @return what encodes and decodes
     */
    public static OneHot oneHot(String... classes) {
        return new OneHot(List.of(classes));
    }

    // --- metrics: accuracy().of(net, parts.test())

    /**
     * The share of samples whose predicted class is the right one.
     *
     * @return the metric
     */
    public static Metric accuracy() {
        return new Accuracy();
    }

    /**
     * Mean squared error: Σ (Ya − Yp)² / (samples · outputs).
     *
     * @return the metric
     */
    public static Metric mse() {
        return new Mse();
    }

    /**
     * Mean absolute error: Σ |Ya − Yp| / (samples · outputs).
     *
     * @return the metric
     */
    public static Metric mae() {
        return new Mae();
    }

    /**
     * The coefficient of determination R²: 1 is perfect, 0 is as good as always answering the mean.
     *
     * @return the metric
     */
    public static Metric rSquared() {
        return new RSquared();
    }

    /**
     * Which class a network takes for which, with precision, recall and F1 of each.
     *
     * @param network what predicts
     * @param data with classes
     * @return the matrix
     */
    public static ConfusionMatrix confusionMatrix(Network network, Dataset data) {
        return ConfusionMatrix.of(network, data);
    }

    /**
     * Stops a training as soon as its loss is below a bound.
     *
     * @param bound any number
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule lossBelow(double bound) {
        return new LossBelow(bound);
    }

    /**
     * Stops a training as soon as its loss changes by less than a bound from one epoch to the next.
     *
     * @param bound positive, such as 1e-6
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule lossChangeBelow(double bound) {
        return new LossChangeBelow(bound);
    }

    /**
     * Early stopping: stops when the (validation) loss has not improved for some epochs, and restores the best parameters.
     *
     * @param epochs how many epochs to wait, at least 1
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule patience(int epochs) {
        return patience(epochs, 0);
    }

    /**
     * Early stopping with a least improvement.
     *
     * @param epochs how many epochs to wait, at least 1
     * @param leastImprovement by how much a loss must be below the best one to count, at least 0
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule patience(int epochs, double leastImprovement) {
        return new Patience(epochs, leastImprovement);
    }

    /**
     * Shows how far a training is: {@code training(net)….onEpoch(progress()).run()}.
     *
     * <p>In a notebook one line is shown and replaced in place, at most ten times a second; in a terminal too. Where a line cannot be
     * replaced, as in a file, only the last one is printed.
     *
     * @return a listener for {@code .onEpoch(…)}
     */
    public static Progress progress() {
        return new Progress(new ConsoleLine(System.out, System.console() != null));
    }

    // --- checks

    /**
     * Holds the gradient of every parameter against a central difference.
     *
     * @param network the network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @return analytic and numeric gradient, errors and verdict of every parameter
     */
    public static GradientCheck gradientCheck(Network network, Input input, Target target) {
        return GradientCheck.of(network, input, target);
    }

    // --- explanations

    /**
     * Explains a unit of a forward pass: {@code explain(pass, "HN1")} gives HN1i = w1·x1 + w3·x2 + b1 and HN1o = f(HN1i),
     * each in symbols, with the numbers and with the result.
     *
     * @param pass a forward pass of one sample
     * @param name a unit such as {@code "HN1"}, or one of its numbers: {@code "HN1i"}, {@code "HN1o"}, {@code "Yp"}
     * @return the explanation; it shows itself as the last line of a cell
     * @throws IllegalArgumentException if there is nothing of that name, or more than one sample
     */
    public static Explanation explain(Forward pass, String name) {
        return new Explainer().explain(pass, name);
    }

    /**
     * Explains a unit for one sample of a batch.
     *
     * @param pass a forward pass
     * @param name a unit such as {@code "HN1"}, or one of its numbers: {@code "HN1i"}, {@code "HN1o"}, {@code "Yp"}
     * @param sample from 0
     * @return the explanation
     * @throws IllegalArgumentException if there is nothing of that name, or no such sample
     */
    public static Explanation explain(Forward pass, String name, int sample) {
        return new Explainer().explain(pass, name, sample);
    }

    /**
     * Explains a derivative: {@code explain(deltas, "w3")} gives ∂Cf/∂w3 = (Yp − Ya)·Yp(1 − Yp)·w5·HN1o(1 − HN1o)·x2, in
     * symbols, with the numbers and with the result.
     *
     * <p>{@code "HN1"} gives ∂Cf/∂HN1o and δ_HN1 = ∂Cf/∂HN1i, {@code "Cf"} the loss itself. Several paths are added up; the
     * gradient of a batch is the sum over its samples.
     *
     * @param deltas a backward pass; of one sample if a unit is asked for
     * @param name a parameter such as {@code "w3"}, a unit such as {@code "HN1"}, or {@code "Cf"}
     * @return the explanation
     * @throws IllegalArgumentException if there is nothing of that name, or a unit is asked for of more than one sample
     */
    public static Explanation explain(Deltas deltas, String name) {
        return new Explainer().explain(deltas, name);
    }

    /**
     * Explains the derivatives of a unit for one sample of a batch.
     *
     * @param deltas a backward pass
     * @param name a unit such as {@code "HN1"}
     * @param sample from 0
     * @return the explanation
     * @throws IllegalArgumentException if there is no unit of that name, or no such sample
     */
    public static Explanation explain(Deltas deltas, String name, int sample) {
        return new Explainer().explain(deltas, name, sample);
    }

    /**
     * Explains a gradient link by link: {@code chain(deltas, "w5")} gives ∂Cf/∂w5 = ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂w5 and then each
     * of these derivatives, such as ∂Yp/∂ONi = Yp(1 − Yp), with its number.
     *
     * @param deltas a backward pass of one sample
     * @param parameter such as {@code "w5"}
     * @return the explanation
     * @throws IllegalArgumentException if there is no parameter of that name, or more than one sample
     */
    public static Explanation chain(Deltas deltas, String parameter) {
        return new Explainer().chain(deltas, parameter);
    }

    /**
     * Explains the new value of a parameter: {@code explain(step, "w5")} gives w5(new) = w5 − α·∂Cf/∂w5 =
     * 0.3 − 0.5·(−0.337335) = 0.468668.
     *
     * @param step one step of an optimizer
     * @param parameter such as {@code "w5"}
     * @return the explanation; of a frozen parameter that it keeps its value
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public static Explanation explain(Update step, String parameter) {
        return new Explainer().explain(step, parameter);
    }

    // --- tables

    /**
     * The parameters of a network: parameter, value, kind, layer, from, to, frozen.
     *
     * @param network any network
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Network network) {
        return NetworkTable.of(network);
    }

    /**
     * The layers of a network: layer, kind, shape of input and output, activation, parameters, and how many of those are frozen.
     *
     * @param network any network
     * @return a new Tablesaw table, one row per layer
     */
    public static Table layerTable(Network network) {
        return LayersTable.of(network);
    }

    /**
     * A forward pass: unit, layer, formula, pre-activation, activation, output, and the sample first when there are
     * several.
     *
     * @param pass any forward pass
     * @return a new Tablesaw table, one row per sample and unit
     */
    public static Table table(Forward pass) {
        return ForwardTable.of(pass);
    }

    /**
     * The gradient of every parameter: parameter, formula, gradient.
     *
     * @param deltas any backward pass
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Deltas deltas) {
        return DeltasTable.gradients(deltas);
    }

    /**
     * The way of the error through the units, from the output back: unit, layer, formula, dC/d output, f′(z), δ = dC/d output ·
     * f′(z), and the sample first when there are several.
     *
     * @param deltas any backward pass
     * @return a new Tablesaw table, one row per sample and unit
     */
    public static Table unitTable(Deltas deltas) {
        return DeltasTable.units(deltas);
    }

    /**
     * One step of an optimizer: parameter, old, gradient, change, formula, new, frozen.
     *
     * @param step any update
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Update step) {
        return UpdateTable.of(step);
    }

    /**
     * The books of an optimizer: step, parameter, g, its moments such as m and v, effective rate, Δw.
     *
     * @param ledger such as {@code step.ledger()}
     * @return a new Tablesaw table, one row per step and parameter
     */
    public static Table table(Ledger ledger) {
        return LedgerTable.of(ledger);
    }

    /**
     * A training of one sample as the slide's table: epoch, inputs, target Ya, and for every epoch the loss Cf with the
     * parameters and intermediate values that {@code .record(parameters(), intermediates())} kept.
     *
     * @param run any training that has run
     * @return a new Tablesaw table, one row per epoch, row 0 before the first update
     */
    public static Table table(TrainingRun run) {
        return HistoryTable.of(run);
    }

    /**
     * A history: epoch, loss, and what else was recorded.
     *
     * @param history any history
     * @return a new Tablesaw table, one row per epoch, row 0 before the first update
     */
    public static Table table(History history) {
        return HistoryTable.of(history);
    }

    /**
     * A gradient check: parameter, analytic, numeric, absolute error, relative error, verdict.
     *
     * @param check any gradient check
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(GradientCheck check) {
        return GradientCheckTable.of(check);
    }

    /**
     * A data set: a column per feature, then the targets.
     *
     * @param data any data set
     * @return a new Tablesaw table, one row per sample
     */
    public static Table table(Dataset data) {
        return DatasetTable.of(data);
    }

    /**
     * What the features of a data set are like: feature, smallest, largest, mean, deviation (of the population).
     *
     * @param data any data set
     * @return a new Tablesaw table, one row per feature
     */
    public static Table summaryTable(Dataset data) {
        return DatasetTable.summary(data);
    }

    /**
     * The numbers that a fitted preprocessing holds: means and deviations per feature, or eigenvalues and eigenvectors.
     *
     * @param fitted as {@code standardize(data)} or {@code pca(data, 2)}
     * @return a new Tablesaw table
     */
    public static Table table(Preprocessing fitted) {
        return PreprocessingTable.of(fitted);
    }

    /**
     * How many samples of which class were taken for which.
     *
     * @param matrix any confusion matrix
     * @return a new Tablesaw table: a row per actual class, a column per predicted class
     */
    public static Table table(ConfusionMatrix matrix) {
        return ConfusionTable.of(matrix);
    }

    /**
     * How well each class is recognised: class, precision, recall, F1, samples.
     *
     * @param matrix any confusion matrix
     * @return a new Tablesaw table, one row per class
     */
    public static Table scoreTable(ConfusionMatrix matrix) {
        return ConfusionTable.scores(matrix);
    }

    // --- charts and diagrams

    /**
     * The loss after each epoch, one curve per training, named after its optimizer.
     *
     * <p>{@code lossCurve(slow, fast).named("α = 0.1", "α = 1").logAxis()} names the curves and makes the axis
     * logarithmic; all of XChart's {@code getStyler()} works too.
     *
     * @param runs at least one training that has run
     * @return an XChart chart that shows itself
     */
    public static CurveChart lossCurve(TrainingRun... runs) {
        return LossCurve.of(List.of(runs));
    }

    /**
     * Parameters after each epoch, one curve each.
     *
     * @param run a training with {@code .record(parameters())}
     * @param names such as {@code "w1", "w5"}; none for all parameters of a small network
     * @return an XChart chart that shows itself
     * @throws IllegalArgumentException if parameters were not recorded, or there is none of that name
     */
    public static CurveChart parameterCurve(TrainingRun run, String... names) {
        return ParameterCurve.of(run, List.of(names));
    }

    /**
     * A network drawn with its weights and biases.
     *
     * @param network any network
     * @return a drawing that shows itself
     */
    public static Diagram diagram(Network network) {
        return Diagram.of(network);
    }

    /**
     * A forward pass drawn: outputs in the units, pre-activations below them, weights on the lines.
     *
     * @param pass any forward pass; of a batch the first sample is drawn
     * @return a drawing that shows itself
     */
    public static Diagram diagram(Forward pass) {
        return Diagram.of(pass);
    }

    /**
     * A backward pass drawn: δ below the units, gradients on the lines.
     *
     * @param deltas any backward pass; of a batch the δ of the first sample are drawn
     * @return a drawing that shows itself
     */
    public static Diagram diagram(Deltas deltas) {
        return Diagram.of(deltas);
    }
}
