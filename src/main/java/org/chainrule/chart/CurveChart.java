package org.chainrule.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

/**
 * Curves over the epochs of a training: an XChart chart that is already styled and knows in words what it shows.
 *
 * <p>Everything of {@link XYChart} works on it, {@code getStyler()} included.
 */
public final class CurveChart extends XYChart {
    /** Width at normal resolution in pixels: {@value}. */
    public static final int WIDTH = 640;

    /** Height at normal resolution in pixels: {@value}. */
    public static final int HEIGHT = 400;

    /** Curves with at most this many points get a marker at each. */
    private static final int MARKED_POINTS = 25;

    /** Over more powers of ten the lines of a logarithmic grid would be a grey wall. */
    private static final double MOST_GRID_DECADES = 4;

    /** Ends the axis just after the last epoch: where the data end exactly, XChart puts its ticks at odd numbers. */
    private static final double AXIS_END = 0.01;

    private static final Color GRID = new Color(0xDDDDDD);
    private static final String FONT = Font.SANS_SERIF;

    /**
     * An empty chart.
     *
     * @param title what it shows
     * @param quantity what the vertical axis measures
     */
    CurveChart(String title, String quantity) {
        super(WIDTH, HEIGHT);
        setTitle(title);
        setXAxisTitle("epoch");
        setYAxisTitle(quantity);
        setCustomXAxisTickLabelsFormatter(Numbers::given);
        setCustomYAxisTickLabelsFormatter(Numbers::given);
        styleAxes();
        styleText();
    }

    private void styleAxes() {
        getStyler()
                .setPlotGridLinesColor(GRID)
                .setXAxisMin(0.0)
                .setXAxisTickMarkSpacingHint(90)
                .setYAxisTickMarkSpacingHint(50)
                .setPlotMargin(0)
                .setPlotBorderVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setChartPadding(12)
                .setMarkerSize(8)
                .setLocale(Locale.ROOT);
    }

    private void styleText() {
        getStyler()
                .setAxisTitleFont(new Font(FONT, Font.PLAIN, 13))
                .setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, 12))
                .setLegendFont(new Font(FONT, Font.PLAIN, 12))
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendSeriesLineLength(36)
                .setChartTitleFont(new Font(FONT, Font.BOLD, 14))
                .setChartTitleBoxVisible(false);
    }

    /** Adds one value per epoch, the last one of the last epoch; a name that is there already gets a number. */
    void addCurve(String name, int lastEpoch, double[] values) {
        int index = getSeriesCollection().size();
        double[] epochs = IntStream.rangeClosed(lastEpoch - values.length + 1, lastEpoch)
                .asDoubleStream()
                .toArray();
        XYSeries series = addSeries(free(name), epochs, values);
        series.setLineColor(Palette.color(index)).setLineStyle(Palette.line(index));
        series.setMarkerColor(Palette.color(index))
                .setMarker(values.length <= MARKED_POINTS ? Palette.marker(index) : Palette.spacedMarker(index));
        getStyler().setXAxisMax(Math.max(lastEpoch, longest()) + AXIS_END);
    }

    private double longest() {
        return getSeriesCollection().stream()
                .mapToDouble(XYSeries::getXMax)
                .max()
                .orElse(0);
    }

    private String free(String name) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? name : name + " (" + i + ")")
                .filter(free -> getSeries(free) == null)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The same chart with a logarithmic vertical axis.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * lossCurve(training(net).sample(x(2), y(3)).optimizer(sgd(0.05)).epochs(20).run()).logAxis();
     * }</pre>
     *
     * @return this chart
     * @throws IllegalArgumentException if a value is 0 or less, which has no logarithm
     */
    public CurveChart logAxis() {
        for (XYSeries series : getSeriesCollection()) {
            if (series.getYMin() <= 0) {
                throw new IllegalArgumentException("logAxis() got " + series.getName() + " with the value "
                        + Numbers.given(series.getYMin()) + ", but a logarithmic axis needs values above 0.");
            }
        }
        double decades = decades();
        setCustomYAxisTickLabelsFormatter(new LogLabels(decades));
        getStyler().setYAxisLogarithmic(true).setPlotGridHorizontalLinesVisible(decades <= MOST_GRID_DECADES);
        return this;
    }

    private double decades() {
        double largest = getSeriesCollection().stream()
                .mapToDouble(XYSeries::getYMax)
                .max()
                .orElse(1);
        double smallest = getSeriesCollection().stream()
                .mapToDouble(XYSeries::getYMin)
                .min()
                .orElse(1);
        return Math.log10(largest / smallest);
    }

    /**
     * The same curves under other names.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * lossCurve(training(net).sample(x(2), y(3)).optimizer(sgd(0.05)).epochs(20).run()).named("α = 0.05");
     * }</pre>
     *
     * @param names one per curve, in order
     * @return this chart
     * @throws IllegalArgumentException if the number of names differs from the number of curves
     */
    public CurveChart named(String... names) {
        List<XYSeries> curves = new ArrayList<>(getSeriesCollection());
        if (names.length != curves.size()) {
            throw new IllegalArgumentException("named() got " + names.length + " names, but the chart has "
                    + curves.size() + " curves; it needs one name for each.");
        }
        IntStream.range(0, names.length).forEach(i -> curves.get(i).setLabel(names[i]));
        return this;
    }

    /**
     * What stands below the chart: what it shows and where every curve ends.
     *
     * @return such as {@code Loss after each epoch. After 1000 epochs: sgd(0.5) 2.000677.}
     */
    public String caption() {
        String ends = getSeriesCollection().stream().map(CurveChart::end).collect(Collectors.joining(", "));
        String axis = getStyler().isYAxisLogarithmic() ? " The vertical axis is logarithmic." : "";
        return getTitle() + "; epoch 0 is before the first update. At the end: " + ends + "." + axis;
    }

    /** What the chart shows, in words. */
    @Override
    public String toString() {
        return getTitle() + ": " + caption();
    }

    private static String end(XYSeries curve) {
        double[] values = curve.getYData();
        String name = curve.getLabel() == null ? curve.getName() : curve.getLabel();
        return name + " " + Numbers.computed(values[values.length - 1]);
    }
}
