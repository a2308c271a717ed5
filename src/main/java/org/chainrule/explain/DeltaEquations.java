package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.loss.ElementwiseLoss;

/**
 * How the error comes back to a unit: {@code ∂Cf/∂HN1o = δ_ON·w5} and {@code δ_HN1 = ∂Cf/∂HN1o·HN1o(1 − HN1o)}.
 *
 * @param symbols with the recorded numbers
 */
record DeltaEquations(DeltaSymbols symbols) {
    Equation outputGradient(Unit unit) {
        return new Equation(symbols.outputGradient(unit), unit.isOutput() ? ofLoss(unit) : ofReaders(unit));
    }

    private Formula ofLoss(Unit unit) {
        return Terms.product(LossEquations.factor(symbols.deltas()), lossSlope(unit));
    }

    /** The derivative of one term of the loss by the prediction, without the factor. */
    Formula lossSlope(Unit unit) {
        ElementwiseLoss loss = (ElementwiseLoss) symbols.deltas().network().loss();
        return loss.derivativeFormula(symbols.forward().output(unit), symbols.target(unit));
    }

    private Formula ofReaders(Unit unit) {
        List<Formula> terms = unit.readers().stream()
                .map(reader -> symbols.delta(reader).times(weight(unit, reader)))
                .toList();
        return Terms.sum(terms);
    }

    Formula weight(Unit from, Unit to) {
        return symbols.forward().parameter(to.weightFrom(from));
    }

    Equation delta(Unit unit) {
        List<Formula> names = List.of(symbols.delta(unit), symbols.preActivationGradient(unit));
        return new Equation(names, Terms.product(symbols.outputGradient(unit), symbols.slope(unit)));
    }
}
