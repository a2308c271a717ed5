package org.chainrule.network;

import org.chainrule.initializer.Initializer;
import org.chainrule.layer.RecurrentOutput;

/** A recurrent layer that hands on its last h; its weights and biases come next, then the next layer or the loss. */
public final class RecurrentStep extends FlatStep {
    private final NetworkSketch before;
    private final RecurrentSketch layer;

    RecurrentStep(NetworkSketch before, RecurrentSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * Draws W and U; biases start at zero unless they are given.
     *
     * @param initializer such as {@code xavier(seed(1))}
     * @return this step again
     */
    public RecurrentStep init(Initializer initializer) {
        return with(layer.choice().with(initializer, layer.cell().name()));
    }

    /**
     * W, the weights of the input: named w⟨layer⟩_⟨unit⟩_⟨input⟩, in an LSTM wa…, wi…, wf…, wo….
     *
     * @param rows one row per unit, in an LSTM all units of the candidate a, then of the gates i, f, o; one column per feature
     * @return this step again
     */
    public RecurrentStep weights(double[]... rows) {
        needed("weights()", layer.input().features()).check(rows);
        return with(layer.choice().withWeights(rows));
    }

    /**
     * U, the weights of the layer's own h one step before: named u⟨layer⟩_⟨unit⟩_⟨unit⟩, in an LSTM ua…, ui…, uf…, uo….
     *
     * @param rows one row per unit, in an LSTM all units of the candidate a, then of the gates i, f, o; one column per unit
     * @return this step again
     */
    public RecurrentStep recurrentWeights(double[]... rows) {
        needed("recurrentWeights()", layer.size()).check(rows);
        return with(layer.choice().withRecurrent(rows));
    }

    /**
     * The biases: named b⟨layer⟩_⟨unit⟩, in an LSTM ba…, bi…, bf…, bo….
     *
     * @param values one per unit, in an LSTM all units of the candidate a, then of the gates i, f, o
     * @return this step again
     */
    public RecurrentStep biases(double... values) {
        needed("biases()", 1).check(values);
        return with(layer.choice().withBiases(values));
    }

    /**
     * h before the first step, zeros unless given: the same for every sample, not learned, named h⟨layer⟩_0_⟨unit⟩.
     *
     * <pre>{@code
     * var net = network().inputs(sequence(1, 1)).simpleRnn(1)
     *     .weights(new double[][] {{0.5}}).recurrentWeights(new double[][] {{2}}).initialState(0.25).loss(halfSquaredError());
     * net.forward(1).prediction().get(0, 0); // 0.7616
     * }</pre>
     *
     * @param values one per unit
     * @return this step again
     */
    public RecurrentStep initialState(double... values) {
        new RowsNeeded("initialState()", layer.size(), "units", 1).check(values);
        return with(new RecurrentSketch.Start(values.clone(), layer.start().memory()));
    }

    /**
     * c of an LSTM before the first step, zeros unless given: the same for every sample, not learned, named c⟨layer⟩_0_⟨unit⟩.
     *
     * <pre>{@code
     * network().inputs(sequence(5, 3)).lstm(2).init(xavier(seed(1))).initialState(0.1, -0.1).initialCell(0.5, 0.2)
     *     .loss(halfSquaredError()).parameters().at("c1_0_1"); // 0.5
     * }</pre>
     *
     * @param values one per unit
     * @return this step again
     */
    public RecurrentStep initialCell(double... values) {
        if (layer.cell().gates().size() == 1) {
            throw new IllegalArgumentException(
                    "initialCell() came for a simple RNN, which has no cell; use initialState(…), or .lstm(…).");
        }
        new RowsNeeded("initialCell()", layer.size(), "units", 1).check(values);
        return with(new RecurrentSketch.Start(layer.start().state(), values.clone()));
    }

    /**
     * Hands on h of every step instead of the last: a sequence again.
     *
     * <pre>{@code
     * network().inputs(sequence(5, 3)).lstm(4).init(xavier(seed(1))).allSteps()
     *     .layer(1).activation(identity()).init(xavier(seed(2))).loss(halfSquaredError()).outputs().size(); // 5
     * }</pre>
     *
     * @return the next step
     */
    public SequenceStep allSteps() {
        RecurrentSketch all = layer.with(new RecurrentOutput(layer.units(), true));
        RecurrentOutput named = new RecurrentOutput(before.nextUnits(all.shape()), true);
        return new SequenceStep(before.withLayer(layer.with(named)));
    }

    private RowsNeeded needed(String call, int columns) {
        String what = layer.cell().gates().size() == 1 ? "units" : "rows, one per unit and gate a, i, f, o";
        return new RowsNeeded(call, layer.rows(), what, columns);
    }

    private RecurrentStep with(WeightChoice choice) {
        return new RecurrentStep(before, layer.with(choice));
    }

    private RecurrentStep with(RecurrentSketch.Start start) {
        return new RecurrentStep(before, layer.with(start));
    }
}
