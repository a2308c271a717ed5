package org.chainrule.network;

import static org.chainrule.formula.Given.all;

import java.util.List;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.Shape;
import org.chainrule.math.Seed;
import org.chainrule.parameter.Names;

/** A row of values without a neighbourhood; a layer that reads them comes next. */
public abstract sealed class NextLayerStep permits InputsStep, FlatStep {
    NextLayerStep() {}

    /** What is described so far. */
    abstract NetworkSketch sketch();

    /**
     * Adds a layer of named units.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).at("out"); // 1.0
     * }</pre>
     *
     * @param units such as {@code "HN1", "HN2"}; at least one
     * @return the next step: its activation
     */
    public LayerStep layer(String... units) {
        all("layer()", "names such as \"HN1\"", units);
        if (units.length == 0) {
            throw new IllegalArgumentException("layer() got no names, but a layer needs at least one unit.");
        }
        return dense(Names.of(List.of(units)));
    }

    /**
     * Adds a layer of units named h1_1, h1_2, …: layer number, unit number.
     *
     * <pre>{@code
     * network().inputs(4)
     *     .layer(8).activation(relu()).init(he(seed(1)))
     *     .layer(3).activation(softmax()).init(xavier(seed(2)))
     *     .loss(categoricalCrossEntropy());
     * }</pre>
     *
     * @param units how many, at least 1
     * @return the next step: its activation
     */
    public LayerStep layer(int units) {
        Text.checkCount("layer()", units, "unit");
        return dense(sketch().nextUnits(new Shape.Flat(units)));
    }

    private LayerStep dense(Names units) {
        return new LayerStep(sketch(), new DenseSketch(sketch().units(), units));
    }

    /**
     * Adds a maxout layer: each unit takes the largest of several affine functions of its inputs, and needs no activation.
     *
     * <pre>{@code network().inputs(4).maxout(3, 2).init(xavier(seed(1))).loss(halfSquaredError()).parameters().size(); // 30}</pre>
     *
     * @param units how many, at least 1
     * @param pieces how many affine functions each unit has, at least 1
     * @return the next step: its weights
     */
    public MaxoutStep maxout(int units, int pieces) {
        Text.checkCount("maxout()", units, "unit");
        Text.checkCount("maxout()", pieces, "piece");
        Names names = sketch().nextUnits(new Shape.Flat(units));
        int inputs = sketch().units().size();
        return new MaxoutStep(sketch(), new MaxoutSketch(inputs, names, pieces, WeightChoice.NONE));
    }

    /**
     * Normalises every value over the batch, then scales by γ and shifts by β, which are learned.
     *
     * <pre>{@code
     * var net = network().inputs(1).batchNorm().loss(halfSquaredError());
     * net.trainingForward(1, new double[][] {{1}, {3}}).prediction().get(1, 0); // 1.00
     * }</pre>
     *
     * @return the next step
     */
    public BatchNormStep batchNorm() {
        return batchNorm(Normalization.DEFAULT);
    }

    /**
     * Normalises every value over the batch, in a way that is chosen.
     *
     * <pre>{@code
     * var net = network().inputs(1).batchNorm(normalization().epsilonOutsideRoot()).loss(halfSquaredError());
     * net.trainingForward(1, new double[][] {{1}, {3}}).prediction().get(1, 0); // 1.00
     * }</pre>
     *
     * @param normalization such as {@code normalization().epsilon(1e-3)}
     * @return the next step
     */
    public BatchNormStep batchNorm(Normalization normalization) {
        return new BatchNormStep(sketch(), sketch().batchNorm(normalization));
    }

    /**
     * Drops values at random while the network learns, and scales the others up by 1 / (1 − rate).
     *
     * <pre>{@code
     * var net = network().inputs(4).dropout(0.5, seed(1)).layer(1).activation(identity()).init(he(seed(2))).loss(halfSquaredError());
     * net.trainingForward(1, new double[][] {{1, 1, 1, 1}}).detail(1, "mask"); // what was kept, and how much larger it was made
     * }</pre>
     *
     * @param rate the probability to be dropped, from 0 up to, not including, 1
     * @param seed as {@code seed(7)}; layers with the same seed draw different masks
     * @return the next step
     */
    public FlatStep dropout(double rate, Seed seed) {
        return new FlatStep(sketch().withDropout(rate, seed));
    }
}
