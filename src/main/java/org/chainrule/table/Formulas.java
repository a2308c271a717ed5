package org.chainrule.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.activation.Elementwise;
import org.chainrule.explain.Equation;
import org.chainrule.explain.Explainer;
import org.chainrule.explain.TextWriter;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.GradientDescent;
import tech.tablesaw.api.StringColumn;

/** The formulas that stand beside the numbers of the tables, in networks of dense layers small enough to write them out. */
final class Formulas {
    /** Networks with more parameters get no formulas. */
    static final int MOST_PARAMETERS = 100;

    /** Gradients over more samples get no formulas. */
    static final int MOST_SAMPLES = 8;

    private static final int LONGEST = 90;
    private static final Explainer EXPLAINER = new Explainer();

    private Formulas() {}

    /** The columns, without that of the formulas when there is none. */
    static Columns onlyIfAny(Columns table, StringColumn formulas) {
        boolean none = formulas.asList().stream().allMatch(String::isEmpty);
        return none ? table.without(formulas.name()) : table;
    }

    static boolean fit(Network network) {
        return network.parameters().size() <= MOST_PARAMETERS
                && network.layers().stream().allMatch(Dense.class::isInstance);
    }

    /** By unit: {@code HN1i = w1·x1 + w3·x2 + b1}. */
    static Map<String, String> sums(Network network) {
        Map<String, String> sums = new LinkedHashMap<>();
        if (fit(network)) {
            equations(network).forEach((unit, both) -> sums.put(unit, symbols(both.get(0))));
        }
        return sums;
    }

    /** By unit, what it adds up and what it makes of it. */
    static Map<String, List<Equation>> equations(Network network) {
        List<Equation> all = EXPLAINER.sums(network);
        Map<String, List<Equation>> byUnit = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            for (String unit : layer.units().toList()) {
                int at = 2 * byUnit.size();
                byUnit.put(unit, all.subList(at, at + 2));
            }
        }
        return byUnit;
    }

    /** By unit: {@code ∂Cf/∂HN1o = δ_ON·w5}; of a layer without f′ of single units the formula of δ. */
    static Map<String, String> ofUnits(Deltas deltas) {
        Map<String, String> formulas = new LinkedHashMap<>();
        if (fit(deltas.network())) {
            for (Layer layer : deltas.network().layers()) {
                int shown = layer.activation() instanceof Elementwise ? 0 : 1;
                for (String unit : layer.units().toList()) {
                    formulas.put(
                            unit,
                            symbols(EXPLAINER
                                    .explain(deltas, unit, 0)
                                    .equations()
                                    .get(shown)));
                }
            }
        }
        return formulas;
    }

    /** By index of the parameter: {@code ∂Cf/∂w3 = δ_HN1·x2}. */
    static Map<Integer, String> ofGradients(Deltas deltas) {
        Map<Integer, String> formulas = new LinkedHashMap<>();
        if (fit(deltas.network()) && deltas.forward().samples() <= MOST_SAMPLES) {
            List<Equation> equations = EXPLAINER.gradients(deltas);
            List<Integer> order = deltas.gradients().layout().readingOrder();
            for (int i = 0; i < order.size(); i++) {
                formulas.put(order.get(i), symbols(equations.get(i)));
            }
        }
        return formulas;
    }

    /** By index of the parameter, with the numbers put in: {@code 0.3 − 0.5·(−0.337335)}; other rules show their ledger. */
    static Map<Integer, String> ofSteps(Update step) {
        Map<Integer, String> formulas = new LinkedHashMap<>();
        Network network = step.deltas().network();
        if (fit(network) && step.optimizer() instanceof GradientDescent) {
            for (int index : network.parameters().layout().readingOrder()) {
                String name = network.parameters().layout().name(index);
                List<String> steps =
                        EXPLAINER.explain(step, name).equations().get(0).steps(new TextWriter());
                formulas.put(index, shortened(steps.get(Math.max(0, steps.size() - 2))));
            }
        }
        return formulas;
    }

    private static String symbols(Equation equation) {
        return shortened(equation.symbols(new TextWriter()));
    }

    private static String shortened(String formula) {
        return formula.length() <= LONGEST ? formula : formula.substring(0, LONGEST - 2) + " …";
    }
}
