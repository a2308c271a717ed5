package org.chainrule.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;

/** Parameters after each epoch of a training that recorded them. */
public final class ParameterCurve {
    /** Without names the chart shows all parameters up to this many: {@value}. */
    public static final int MOST_CURVES = 8;

    private ParameterCurve() {}

    /**
     * One curve per parameter.
     *
     * @param run a training with {@code .record(parameters())}
     * @param names the parameters, none for all of them
     * @return the chart
     * @throws IllegalArgumentException if parameters were not recorded, there is none of a name, or all are too many
     */
    public static CurveChart of(TrainingRun run, List<String> names) {
        History history = run.history();
        List<String> shown = names.isEmpty() ? all(history) : names;
        CurveChart chart = new CurveChart("Parameters after each epoch", "value");
        shown.forEach(name -> chart.addCurve(name, history.epochs(), values(history, name)));
        return chart;
    }

    private static List<String> all(History history) {
        List<String> names = history.parameters(history.epochs()).names().toList();
        if (names.size() > MOST_CURVES) {
            throw new IllegalArgumentException("parameterCurve() got no names, but the network has " + names.size()
                    + " parameters, too many for one chart: name some, as in parameterCurve(run, \"" + names.get(0)
                    + "\", \"" + names.get(1) + "\").");
        }
        return names;
    }

    private static double[] values(History history, String name) {
        int index = history.parameters(history.epochs()).indexOf(name);
        return IntStream.rangeClosed(history.first(history.parameters()), history.epochs())
                .mapToDouble(epoch -> history.parameters(epoch).at(index))
                .toArray();
    }
}
