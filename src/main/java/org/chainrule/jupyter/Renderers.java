package org.chainrule.jupyter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chainrule.check.GradientCheck;
import org.chainrule.check.StepSizeSweep;
import org.chainrule.data.Batches;
import org.chainrule.data.Dataset;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Split;
import org.chainrule.diagram.Diagram;
import org.chainrule.explain.Explanation;
import org.chainrule.metric.ConfusionMatrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Descent;
import org.chainrule.optimizer.Ledger;
import org.chainrule.table.GridHtml;
import org.chainrule.table.PreprocessingTable;
import org.chainrule.table.SplitTable;
import org.chainrule.table.StepSizeSweepTable;
import org.chainrule.table.TableGrid;
import org.chainrule.table.ValidationTable;
import org.chainrule.training.CrossValidation;
import org.chainrule.training.Ensemble;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;
import org.chainrule.widget.Control;
import org.chainrule.widget.Widget;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How the values of the library show themselves as the last line of a cell, whichever kernel runs it. */
public final class Renderers {
    private final Map<Class<?>, Function<Object, MimeBundle>> renderers = new LinkedHashMap<>();

    private Renderers() {
        put(Network.class, network -> Pages.of(network).bundle());
        put(Forward.class, pass -> Pages.of(pass).bundle());
        put(Deltas.class, deltas -> Pages.of(deltas).bundle());
        put(Update.class, step -> Pages.of(step).bundle());
        put(Descent.class, descent -> Pages.of(descent).bundle());
        put(History.class, history -> Pages.of(history).bundle());
        put(TrainingRun.class, run -> Pages.of(run).bundle());
        put(GradientCheck.class, check -> Pages.of(check).bundle());
        put(
                StepSizeSweep.class,
                sweep -> new Page()
                        .heading(sweep.toString())
                        .table(TableGrid.of(StepSizeSweepTable.of(sweep)))
                        .bundle());
        put(
                Ensemble.Errors.class,
                errors -> new Page()
                        .table(TableGrid.of(ValidationTable.of(errors)))
                        .bundle());
        put(
                CrossValidation.class,
                validation -> new Page()
                        .heading(validation.toString())
                        .table(TableGrid.of(ValidationTable.of(validation)))
                        .bundle());
        put(Dataset.class, data -> Pages.of(data).bundle());
        put(
                Split.class,
                split -> new Page().table(TableGrid.of(SplitTable.of(split))).bundle());
        put(
                Batches.class,
                batches ->
                        new Page().table(TableGrid.of(SplitTable.of(batches))).bundle());
        put(
                Preprocessing.class,
                fitted -> new Page()
                        .table(TableGrid.of(PreprocessingTable.of(fitted)))
                        .bundle());
        put(ConfusionMatrix.class, matrix -> Pages.of(matrix).bundle());
        put(
                Explanation.class,
                explanation -> MimeBundle.plain(explanation.toText()).with(MimeBundle.LATEX, explanation.toLatex()));
        put(Ledger.class, ledger -> Pages.of(ledger).bundle());
        put(Table.class, table -> new Page().table(TableGrid.of(table)).bundle());
        put(Column.class, column -> new Page().table(TableGrid.of(column)).bundle());
        put(Chart.class, chart -> Pages.picture(chart).bundle());
        put(Diagram.class, diagram -> Pages.picture(diagram).bundle());
        put(Widget.class, widget -> Pages.of(widget).bundle());
        put(Control.class, control -> Pages.of(Widget.of(control)).bundle());
    }

    private <T> void put(Class<T> type, Function<T, MimeBundle> renderer) {
        renderers.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** The types of the values that are shown. */
    static Set<Class<?>> types() {
        return new Renderers().renderers.keySet();
    }

    /**
     * What a notebook shows of {@code value}.
     *
     * @param value any object, also {@code null}
     * @return its bundle, or empty when the value is not one of Chainrule's, XChart's or Tablesaw's
     */
    public static Optional<MimeBundle> render(Object value) {
        return new Renderers()
                .renderers.entrySet().stream()
                        .filter(renderer -> renderer.getKey().isInstance(value))
                        .findFirst()
                        .map(renderer -> renderer.getValue().apply(value));
    }

    /**
     * A value as a piece of HTML, for where formulas are not set.
     *
     * @param value any object, also {@code null}
     * @return what a notebook shows of it, or empty when the value is not one of Chainrule's, XChart's or Tablesaw's
     */
    public static Optional<String> html(Object value) {
        return value instanceof Explanation explanation
                ? Optional.of(explanation.toHtml())
                : render(value).map(bundle -> bundle.data().get(MimeBundle.HTML));
    }

    /**
     * Text as a piece of HTML that keeps its lines.
     *
     * @param text any text
     * @return a paragraph
     */
    public static String htmlOfText(String text) {
        return "<p style=\"white-space:pre-wrap\">" + GridHtml.text(text) + "</p>";
    }
}
