package org.chainrule;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import org.chainrule.chart.CurveChart;
import org.chainrule.chart.LossCurve;
import org.chainrule.chart.ParameterCurve;
import org.chainrule.diagram.Diagram;
import org.chainrule.explain.Explainer;
import org.chainrule.explain.Explanation;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.training.TrainingRun;

/** The words for explanations, charts and diagrams, part of {@link Chainrule}. */
public abstract sealed class ShowWords extends TableWords permits WidgetWords {
    ShowWords() {}

    // --- explanations

    /**
     * Explains a unit of a forward pass: {@code explain(pass, "HN1")} gives HN1i = w1·x1 + w3·x2 + b1 and HN1o = f(HN1i),
     * each in symbols, with the numbers and with the result.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * explain(net.forward(2), "out"); // outi = w·x + b = 0.5·2 + 0
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * explain(net.forward(new double[][] {{1}, {2}}), "out", 1);
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * explain(net.forward(2).deltas(y(3)), "w");
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * explain(net.forward(new double[][] {{1}, {2}}).deltas(new double[][] {{3}, {5}}), "out", 1);
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * chain(net.forward(2).deltas(y(3)), "w");
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * explain(net.forward(2).deltas(y(3)).update(adam(0.1)), "w"); // m, v, m̂, v̂ and the new value
     * }</pre>
     *
     * @param step one step of an optimizer
     * @param parameter such as {@code "w5"}
     * @return the explanation; of a frozen parameter that it keeps its value
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public static Explanation explain(Update step, String parameter) {
        return new Explainer().explain(step, parameter);
    }

    // --- charts and diagrams

    /**
     * The loss after each epoch, one curve per training, named after its optimizer.
     *
     * <p>{@code lossCurve(slow, fast).named("α = 0.1", "α = 1").logAxis()} names the curves and makes the axis
     * logarithmic; all of XChart's {@code getStyler()} works too.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var plan = training(net).sample(x(2), y(3)).epochs(20);
     * lossCurve(plan.optimizer(sgd(0.05)).run(), plan.optimizer(sgd(0.1)).run()).named("α = 0.05", "α = 0.1").logAxis();
     * }</pre>
     *
     * @param runs at least one training that has run
     * @return an XChart chart that shows itself
     */
    public static CurveChart lossCurve(TrainingRun... runs) {
        return LossCurve.of(all("lossCurve()", "a training that has run", runs));
    }

    /**
     * Parameters after each epoch, one curve each.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * parameterCurve(training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(20).record(parameters()).run(), "w", "b");
     * }</pre>
     *
     * @param run a training with {@code .record(parameters())}
     * @param names such as {@code "w1", "w5"}; none for all parameters of a small network
     * @return an XChart chart that shows itself
     * @throws IllegalArgumentException if parameters were not recorded, or there is none of that name
     */
    public static CurveChart parameterCurve(TrainingRun run, String... names) {
        return ParameterCurve.of(
                given("parameterCurve()", run, "a training that has run"),
                all("parameterCurve()", "names of parameters", names));
    }

    /**
     * A network drawn with its weights and biases.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * diagram(net);
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * diagram(net.forward(2));
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * diagram(net.forward(2).deltas(y(3)));
     * }</pre>
     *
     * @param deltas any backward pass; of a batch the δ of the first sample are drawn
     * @return a drawing that shows itself
     */
    public static Diagram diagram(Deltas deltas) {
        return Diagram.of(deltas);
    }
}
