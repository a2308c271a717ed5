package org.chainrule.explain;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Summation;
import org.chainrule.network.Deltas;

/**
 * The loss with its factor and its sums: {@code Cf = 1/100·Σ 1/2·(Ya − Yp)²}.
 *
 * @param notation what the quantities are called
 * @param deltas the backward pass that recorded the loss
 */
record LossEquations(Notation notation, Deltas deltas) {
    Equation loss() {
        List<DeltaSymbols> samples = DeltaSymbols.ofAll(notation, deltas);
        Formula sum = overSamples(samples.stream().map(this::ofSample).toList());
        return new Equation(samples.get(0).loss(), Terms.product(factor(deltas), sum));
    }

    private Formula ofSample(DeltaSymbols symbols) {
        return Terms.sum(IntStream.range(0, deltas.network().outputSteps())
                .mapToObj(step -> deltas.network().loss().formula(symbols.outputs(step)))
                .toList());
    }

    /** What the loss multiplies every term by, 1 if nothing. */
    static Formula factor(Deltas deltas) {
        int steps = deltas.network().outputSteps();
        int outputs = deltas.network().outputs().size() / steps;
        return deltas.network().loss().reduction().formula(deltas.forward().samples() * steps, outputs);
    }

    /** One formula per sample as a sum over the samples. */
    static Formula overSamples(List<Formula> terms) {
        return terms.size() == 1 ? terms.get(0) : new Summation("n", terms.get(0), terms);
    }
}
