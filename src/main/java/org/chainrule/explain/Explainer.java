package org.chainrule.explain;

import static org.chainrule.formula.Given.given;

import java.util.List;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;

/**
 * Explains the numbers of a record: the formula, the recorded numbers put into it, the result.
 *
 * <p>It computes nothing. The numbers are those of the records; the formulas come from the activation, the loss and the
 * optimizer themselves.
 *
 * <p>Example: {@code new Explainer().explain(deltas, "w5")}.
 *
 * @param notation what the quantities are called
 */
public record Explainer(Notation notation) {
    /** An explainer in the notation of the slides. */
    public Explainer() {
        this(Notation.named());
    }

    /**
     * The sums that a network uses, unit by unit: {@code HN1i = w1·x1 + w3·x2 + b1}, {@code HN1o = …}. Nothing went
     * through the network yet, so only {@link Equation#symbols} makes sense of them.
     *
     * @param network any network
     * @return the equations of each unit, two for one of a dense layer
     */
    public List<Equation> sums(Network network) {
        Symbols symbols = Symbols.of(notation, given("sums()", network, "a network"));
        return Unit.all(network).stream()
                .flatMap(unit -> unit.formulas().forward(unit, symbols).stream())
                .toList();
    }

    /**
     * Explains a unit, {@code "HN1"}, or one of its numbers, {@code "HN1i"} or {@code "HN1o"}.
     *
     * @param pass a forward pass of one sample
     * @param name a unit, or the symbol of a pre-activation, an output or a prediction
     * @return how it was computed
     * @throws IllegalArgumentException if there is nothing of that name, or more than one sample
     */
    public Explanation explain(Forward pass, String name) {
        Quantity asked = Requests.inPass(notation, pass, name);
        Requests.checkSingleSample("pass", name, pass.samples());
        return forward(pass, asked, 0);
    }

    /**
     * Explains a unit for one sample of a batch.
     *
     * @param pass a forward pass
     * @param name a unit, or the symbol of a pre-activation, an output or a prediction
     * @param sample from 0
     * @return how it was computed
     * @throws IllegalArgumentException if there is nothing of that name, or no such sample
     */
    public Explanation explain(Forward pass, String name, int sample) {
        Quantity asked = Requests.inPass(notation, pass, name);
        Requests.checkSample("pass", name, sample, pass.samples());
        return forward(pass, asked, sample);
    }

    private Explanation forward(Forward pass, Quantity asked, int sample) {
        Unit unit = asked.unit();
        List<Equation> lines = unit.formulas().forward(unit, Symbols.of(notation, pass, sample));
        int function = unit.activates() ? lines.size() - 1 : lines.size();
        return switch (asked.kind()) {
            case PRE_ACTIVATION -> Explanation.of(lines.subList(0, function));
            case OUTPUT -> Explanation.of(unit.activates() ? lines.subList(function, lines.size()) : lines);
            default -> Explanation.of(lines);
        };
    }

    /**
     * Explains the gradient of a parameter, {@code "w3"}, the loss, {@code "Cf"}, or the derivatives of a unit,
     * {@code "HN1"}: ∂Cf/∂HN1o and δ_HN1. Over a batch, parameters and loss are sums over all samples.
     *
     * @param deltas a backward pass; of one sample if a unit is asked for
     * @param name a parameter, a unit, or the symbol of the loss, a delta, a pre-activation or an output
     * @return how it was computed
     * @throws IllegalArgumentException if there is nothing of that name, or a unit is asked for of more than one sample
     */
    public Explanation explain(Deltas deltas, String name) {
        Quantity asked = Requests.inDeltas(notation, deltas, name);
        switch (asked.kind()) {
            case LOSS:
                return Explanation.of(new LossEquations(notation, deltas).loss());
            case PARAMETER:
                return Explanation.of(GradientEquations.of(notation, deltas).explained(asked.parameter()));
            default:
                Requests.checkSingleSample("deltas", name, deltas.forward().samples());
                return backward(deltas, asked, 0);
        }
    }

    /**
     * Explains the derivatives of a unit for one sample of a batch.
     *
     * @param deltas a backward pass
     * @param name a unit, or the symbol of a delta, a pre-activation or an output
     * @param sample from 0
     * @return how it was computed
     * @throws IllegalArgumentException if there is no unit of that name, or no such sample
     */
    public Explanation explain(Deltas deltas, String name, int sample) {
        Quantity asked = Requests.inDeltas(notation, deltas, name);
        Requests.checkIsPerSample(asked, name);
        Requests.checkSample("deltas", name, sample, deltas.forward().samples());
        return backward(deltas, asked, sample);
    }

    private Explanation backward(Deltas deltas, Quantity asked, int sample) {
        Unit unit = asked.unit();
        DeltaSymbols symbols = DeltaSymbols.of(notation, deltas, sample);
        List<Equation> lines = unit.formulas().backward(unit, symbols);
        if (!unit.activates() || asked.kind() == Quantity.Kind.UNIT) {
            return Explanation.of(lines);
        }
        return Explanation.of(lines.get(asked.kind() == Quantity.Kind.OUTPUT ? 0 : 1));
    }

    /**
     * Explains the gradient of a parameter link by link: ∂Cf/∂w5 = ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂w5, then each of these
     * derivatives with its number.
     *
     * @param deltas a backward pass of one sample
     * @param parameter such as {@code w5}
     * @return the chain, and one equation per link
     * @throws IllegalArgumentException if there is no parameter of that name, more than one sample, more than
     *     {@value GradientEquations#MOST_PATHS} paths, or another layer on the way than dense ones
     */
    public Explanation chain(Deltas deltas, String parameter) {
        int index = Requests.inChain(deltas, parameter);
        Requests.checkWeightedSums(deltas.network(), parameter, index);
        GradientEquations equations = GradientEquations.of(notation, deltas);
        Requests.checkPaths(parameter, equations.isWrittenOut(ParameterUse.of(deltas.network(), index)));
        return Explanation.of(equations.chain(index));
    }

    /**
     * The gradient of every parameter in one line by the deltas of its units: {@code ∂Cf/∂w3 = δ_HN1·x2}.
     *
     * @param deltas a backward pass
     * @return one equation per parameter, in reading order
     */
    public List<Equation> gradients(Deltas deltas) {
        GradientEquations equations = GradientEquations.of(
                notation, given("gradients()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))"));
        return deltas.gradients().layout().readingOrder().stream()
                .map(equations::byDeltas)
                .toList();
    }

    /**
     * Explains the new value of a parameter.
     *
     * @param step one step of an optimizer
     * @param parameter such as {@code w5}
     * @return how it was computed; of a frozen parameter that it stays
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public Explanation explain(Update step, String parameter) {
        return new UpdateEquations(notation, step).explained(Requests.inUpdate(step, parameter));
    }
}
