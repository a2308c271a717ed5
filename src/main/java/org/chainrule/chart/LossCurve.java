package org.chainrule.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.training.History;
import org.chainrule.training.LossParts;
import org.chainrule.training.TrainingRun;

/** The loss after each epoch, of one training or of several in one chart. */
public final class LossCurve {
    private LossCurve() {}

    /**
     * One curve per run, named after its optimizer; of a single run also the validation loss, and with a regularizer data and
     * penalty.
     *
     * @param runs at least one
     * @return the chart
     */
    public static CurveChart of(List<TrainingRun> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("lossCurve() got no run, but it needs at least one: lossCurve(run).");
        }
        CurveChart chart = new CurveChart("Loss after each epoch", "loss");
        runs.forEach(run -> chart.addCurve(
                run.training().optimizer().toString(), run.history().epochs(), losses(run.history())));
        if (runs.size() == 1) {
            addDetails(chart, runs.get(0).history());
        }
        return chart;
    }

    /**
     * The curve of a history, and of its validation losses if it has any.
     *
     * @param history of any training
     * @return the chart
     */
    public static CurveChart of(History history) {
        CurveChart chart = new CurveChart("Loss after each epoch", "loss");
        chart.addCurve("loss", history.epochs(), losses(history));
        addValidation(chart, history);
        chart.getStyler().setLegendVisible(chart.getSeriesCollection().size() > 1);
        return chart;
    }

    private static void addDetails(CurveChart chart, History history) {
        addValidation(chart, history);
        if (!history.parts().isEmpty()) {
            chart.addCurve("data", history.epochs(), parts(history, LossParts::data));
            chart.addCurve("penalty", history.epochs(), parts(history, LossParts::penalty));
        }
    }

    private static double[] parts(History history, ToDoubleFunction<LossParts> part) {
        return history.parts().stream().mapToDouble(part).toArray();
    }

    private static void addValidation(CurveChart chart, History history) {
        if (!history.validationLosses().isEmpty()) {
            chart.addCurve("validation", history.epochs(), values(history.validationLosses()));
        }
    }

    private static double[] losses(History history) {
        return values(history.losses());
    }

    private static double[] values(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
