package org.chainrule.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chainrule.formula.Formula;
import org.chainrule.network.Deltas;

/**
 * The gradient of a parameter: {@code ∂Cf/∂w3 = (Yp − Ya)·Yp(1 − Yp)·w5·HN1o(1 − HN1o)·x2}.
 *
 * <p>The sum over all paths and samples is written out as long as it has at most {@value #MOST_PATHS} terms; a longer one
 * stops at the deltas: {@code δ_HN1·x2}.
 *
 * @param deltas the backward pass that recorded the gradients
 * @param samples its symbols, sample by sample
 */
record GradientEquations(Deltas deltas, List<DeltaSymbols> samples) {
    static final int MOST_PATHS = 8;

    static GradientEquations of(Notation notation, Deltas deltas) {
        return new GradientEquations(deltas, DeltaSymbols.ofAll(notation, deltas));
    }

    /** The gradient and, where it stops at the delta of one unit and sample, how that comes about. */
    List<Equation> explained(int parameter) {
        int layer = LayerFormulas.layerOf(deltas.network(), parameter);
        if (!(LayerFormulas.of(deltas.network(), layer) instanceof WeightedSums)) {
            return List.of(byDeltas(parameter));
        }
        List<ParameterUse> uses = ParameterUse.of(deltas.network(), parameter);
        if (isWrittenOut(uses)) {
            Formula writtenOut = overSamples(symbols -> writtenOut(uses, symbols));
            return List.of(new Equation(
                    samples.get(0).gradient(parameter), Terms.product(LossEquations.factor(deltas), writtenOut)));
        }
        if (uses.size() > 1 || samples.size() > 1) {
            return List.of(byDeltas(parameter));
        }
        List<Equation> ofUnit = new ArrayList<>(
                uses.get(0).unit().formulas().backward(uses.get(0).unit(), samples.get(0)));
        Collections.reverse(ofUnit);
        return Stream.concat(Stream.of(byDeltas(parameter)), ofUnit.stream()).toList();
    }

    /**
     * The gradient of one sample as a product of partial derivatives, and each of those: {@code ∂Cf/∂w5 =
     * ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂w5}, {@code ∂Cf/∂Yp = Yp − Ya}, ….
     */
    List<Equation> chain(int parameter) {
        List<ParameterUse> uses = ParameterUse.of(deltas.network(), parameter);
        List<List<Link>> paths = new Paths(new DeltaEquations(samples.get(0)))
                .to(uses).stream().map(this::scaled).toList();
        Formula products = Terms.sum(paths.stream()
                .map(path ->
                        Terms.product(path.stream().<Formula>map(Link::partial).toList()))
                .toList());
        Stream<Equation> links = paths.stream().flatMap(List::stream).distinct().map(Link::equation);
        Equation gradient = new Equation(samples.get(0).gradient(parameter), products);
        return Stream.concat(Stream.of(gradient), links).toList();
    }

    /** A path whose first link, the one of the loss, has the factor of the loss. */
    private List<Link> scaled(List<Link> path) {
        List<Link> scaled = new ArrayList<>(path);
        scaled.set(0, path.get(0).times(LossEquations.factor(deltas)));
        return scaled;
    }

    /** The gradient by the deltas alone, however short the paths: {@code ∂Cf/∂w3 = δ_HN1·x2}. */
    Equation byDeltas(int parameter) {
        LayerFormulas layer = LayerFormulas.of(deltas.network(), LayerFormulas.layerOf(deltas.network(), parameter));
        return new Equation(
                samples.get(0).gradient(parameter), overSamples(layer.gradient(deltas.network(), parameter)));
    }

    boolean isWrittenOut(List<ParameterUse> uses) {
        if (!uses.stream().allMatch(use -> use.unit().isFollowedByDense())) {
            return false;
        }
        Paths paths = new Paths(new DeltaEquations(samples.get(0)));
        double terms = uses.stream().mapToDouble(use -> paths.count(use.unit())).sum();
        return terms * samples.size() <= MOST_PATHS;
    }

    private Formula overSamples(Function<DeltaSymbols, Formula> ofSample) {
        return LossEquations.overSamples(samples.stream().map(ofSample).toList());
    }

    private static Formula writtenOut(List<ParameterUse> uses, DeltaSymbols symbols) {
        return Terms.sum(new Paths(new DeltaEquations(symbols))
                .to(uses).stream()
                        .map(path -> Terms.product(
                                path.stream().map(Link::derivative).toList()))
                        .toList());
    }
}
