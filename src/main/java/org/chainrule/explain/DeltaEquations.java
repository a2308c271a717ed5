package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.loss.Loss;

/**
 * How the error comes back to a unit: {@code ∂Cf/∂HN1o = δ_ON·w5} and {@code δ_HN1 = ∂Cf/∂HN1o·HN1o(1 − HN1o)}.
 *
 * @param symbols with the recorded numbers
 */
record DeltaEquations(DeltaSymbols symbols) {
    Equation outputGradient(Unit unit) {
        return new Equation(symbols.outputGradient(unit), toOutput(unit));
    }

    private Formula toOutput(Unit unit) {
        return unit.isOutput()
                ? scaled(lossSlope(unit))
                : LayerFormulas.of(symbols.network(), unit.layer() + 1).handedBack(unit, symbols);
    }

    Equation delta(Unit unit) {
        if (!unit.activates()) {
            return new Equation(List.of(symbols.delta(unit), symbols.outputGradient(unit)), toOutput(unit));
        }
        List<Formula> names = List.of(symbols.delta(unit), symbols.preActivationGradient(unit));
        return new Equation(names, isFused(unit) ? scaled(fusedDelta(unit)) : ofSlopes(unit));
    }

    private Formula ofSlopes(Unit unit) {
        return Terms.sum(Slope.of(unit, symbols.forward()).stream()
                .map(slope -> Terms.product(symbols.outputGradient(slope.output()), slope.derivative()))
                .toList());
    }

    private Formula scaled(Formula ofOneTerm) {
        return Terms.product(LossEquations.factor(symbols.deltas()), ofOneTerm);
    }

    /** The derivative of the loss of the sample by a prediction, without the factor. */
    Formula lossSlope(Unit unit) {
        return loss().derivativeFormula(symbols.outputs(unit.step()), unit.indexInStep());
    }

    /** Whether loss and activation of an output have a common rule, as cross-entropy with softmax: δ = Yp − Ya. */
    boolean isFused(Unit unit) {
        return unit.isOutput() && loss().fusesWith(unit.activation());
    }

    /** δ of an output by the common rule, without the factor. */
    Formula fusedDelta(Unit unit) {
        return loss().fusedDeltaFormula(symbols.outputs(unit.step()), unit.indexInStep());
    }

    private Loss loss() {
        return symbols.deltas().network().loss();
    }
}
