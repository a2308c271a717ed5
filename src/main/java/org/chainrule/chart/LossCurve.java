package org.chainrule.chart;

import java.util.List;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;

/** The loss after each epoch, of one training or of several in one chart. */
public final class LossCurve {
    private LossCurve() {}

    /**
     * One curve per run, named after its optimizer.
     *
     * @param runs at least one
     * @return the chart
     */
    public static CurveChart of(List<TrainingRun> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("lossCurve() got no run, but it needs at least one: lossCurve(run).");
        }
        CurveChart chart = new CurveChart("Loss after each epoch", "loss");
        runs.forEach(run -> chart.addCurve(run.training().optimizer().toString(), losses(run.history())));
        return chart;
    }

    /**
     * The curve of a history.
     *
     * @param history of any training
     * @return the chart
     */
    public static CurveChart of(History history) {
        CurveChart chart = new CurveChart("Loss after each epoch", "loss");
        chart.addCurve("loss", losses(history));
        chart.getStyler().setLegendVisible(false);
        return chart;
    }

    private static double[] losses(History history) {
        return history.losses().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
