package org.chainrule.jupyter;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.chart.ChartPicture;
import org.chainrule.chart.ChartText;
import org.chainrule.chart.LossCurve;
import org.chainrule.check.GradientCheck;
import org.chainrule.data.Dataset;
import org.chainrule.diagram.Diagram;
import org.chainrule.formula.Numbers;
import org.chainrule.metric.ConfusionMatrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Descent;
import org.chainrule.optimizer.Ledger;
import org.chainrule.table.ConfusionTable;
import org.chainrule.table.DatasetTable;
import org.chainrule.table.DeltasTable;
import org.chainrule.table.ForwardTable;
import org.chainrule.table.GradientCheckTable;
import org.chainrule.table.Grid;
import org.chainrule.table.HistoryTable;
import org.chainrule.table.LayersTable;
import org.chainrule.table.LedgerTable;
import org.chainrule.table.NetworkTable;
import org.chainrule.table.SumsGrid;
import org.chainrule.table.TableGrid;
import org.chainrule.table.UpdateTable;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;
import org.chainrule.widget.Widget;
import org.knowm.xchart.internal.chartpart.Chart;

/** What each record shows as the last line of a cell. */
final class Pages {
    /** Of a data set the first samples are shown: {@value}. */
    private static final int SHOWN_SAMPLES = 10;

    private Pages() {}

    static Page of(Network network) {
        Page page = new Page().heading(network.toString()).picture(picture(Diagram.of(network)));
        page.table(TableGrid.of(LayersTable.columns(network)));
        SumsGrid.of(network).ifPresent(page::table);
        return page.table(TableGrid.of(NetworkTable.columns(network)));
    }

    static Page of(Forward pass) {
        String prediction = pass.network().outputs().toList().stream()
                .limit(4)
                .map(output -> output + " " + Numbers.computed(pass.at(output, 0)))
                .collect(Collectors.joining(", "));
        String caption = pass.samples() == 1
                ? "Forward pass: the output of the network is " + prediction
                : "Forward pass of " + pass.samples() + " samples";
        return new Page().table(TableGrid.of(ForwardTable.columns(pass)).captioned(caption));
    }

    static Page of(Deltas deltas) {
        return new Page()
                .heading("Backward pass: loss " + Numbers.computed(deltas.loss()) + " ("
                        + deltas.network().loss().name() + ")")
                .table(TableGrid.of(DeltasTable.unitColumns(deltas))
                        .captioned("From the output back, unit by unit: δ = dC/d output · f′(z)"))
                .table(TableGrid.of(DeltasTable.gradientColumns(deltas)))
                .notes(deltas.notes());
    }

    static Page of(Update step) {
        Page page = new Page()
                .heading("One step of " + step.optimizer() + " with the learning rate α = "
                        + Numbers.given(step.learningRate()) + ": every parameter changes at once, from the old values"
                        + (step.adjustments().isEmpty() ? "" : "; gradients " + step.adjustments()))
                .table(TableGrid.of(UpdateTable.columns(step)));
        if (!step.optimizer().slots().isEmpty()) {
            page.table(TableGrid.of(LedgerTable.columns(step.ledger())));
        }
        return page.notes(step.notes());
    }

    static Page of(Descent descent) {
        return new Page().heading(descent.toString()).table(TableGrid.of(LedgerTable.columns(descent.ledger())));
    }

    static Page of(History history) {
        return new Page().picture(picture(LossCurve.of(history))).table(TableGrid.of(HistoryTable.of(history)));
    }

    static Page of(TrainingRun run) {
        return new Page()
                .heading("Training: " + run.history().epochs() + " epochs of "
                        + run.training().optimizer() + ", " + run.outcome())
                .picture(picture(LossCurve.of(List.of(run))))
                .table(TableGrid.of(NetworkTable.columns(run.network()))
                        .captioned("Parameters after "
                                + (run.ending().epoch() == run.history().epochs()
                                        ? "the last epoch"
                                        : "epoch " + run.ending().epoch())))
                .notes(run.notes());
    }

    static Page of(Ledger ledger) {
        return new Page().table(TableGrid.of(LedgerTable.columns(ledger)));
    }

    static Page of(GradientCheck check) {
        return new Page().heading(check.toString()).table(TableGrid.of(GradientCheckTable.of(check)));
    }

    static Page of(Dataset data) {
        Dataset first = data.head(SHOWN_SAMPLES);
        return new Page()
                .heading(data.toString())
                .table(TableGrid.of(DatasetTable.summary(data)))
                .table(TableGrid.of(DatasetTable.of(first))
                        .captioned("The first " + first.size() + " of " + data.size() + " samples"));
    }

    static Page of(ConfusionMatrix matrix) {
        return new Page()
                .heading("Accuracy " + Numbers.computed(matrix.accuracy()))
                .table(TableGrid.of(ConfusionTable.of(matrix))
                        .captioned("Confusion matrix: actual classes down, predicted ones across"))
                .table(TableGrid.of(ConfusionTable.scores(matrix)));
    }

    /** The first state, for where nothing can be moved. */
    static Page of(Widget widget) {
        Page page = new Page().table(controls(widget));
        widget.views().forEach(view -> page.value(view.get()));
        return page;
    }

    private static Grid controls(Widget widget) {
        List<Grid.Heading> headings = List.of(
                new Grid.Heading("control", Grid.Role.ROW_NAME),
                new Grid.Heading("value", Grid.Role.NUMBER),
                new Grid.Heading("range", Grid.Role.TEXT));
        List<List<String>> rows = widget.controls().stream()
                .map(control -> List.of(control.label(), control.valueText(), control.range()))
                .toList();
        return new Grid("Run this cell to move the controls; this is their first state", headings, rows, 0, List.of());
    }

    static Picture picture(Diagram diagram) {
        return new Picture(diagram.image(), diagram.text(), diagram.caption());
    }

    static Picture picture(Chart<?, ?> chart) {
        return new Picture(ChartPicture.of(chart), ChartText.of(chart), ChartText.caption(chart));
    }
}
