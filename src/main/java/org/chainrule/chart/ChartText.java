package org.chainrule.chart;

import java.util.Collection;
import java.util.stream.Collectors;
import org.chainrule.formula.Numbers;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** What a chart shows in words, made from its data: the text that is read instead of the picture. */
public final class ChartText {
    private static final int MOST_SERIES = 8;

    private ChartText() {}

    /**
     * The chart in a few sentences.
     *
     * @param chart any chart
     * @return such as {@code Chart of loss after each epoch. sgd(0.5): falls from 2.544040 to 2.000677 in 1000 epochs.}
     */
    public static String of(Chart<?, ?> chart) {
        Collection<? extends Series> series = chart.getSeriesCollection();
        String subject = chart.getTitle() == null || chart.getTitle().isBlank() ? "" : ": " + chart.getTitle();
        String curves = series.stream()
                .limit(MOST_SERIES)
                .map(one -> " " + sentence(chart, one))
                .collect(Collectors.joining());
        String more = series.size() > MOST_SERIES ? " And " + (series.size() - MOST_SERIES) + " more." : "";
        return "Chart" + subject + "." + curves + more;
    }

    /**
     * What stands below a chart: its title and, of curves over epochs, where they end.
     *
     * @param chart any chart
     * @return one or two sentences
     */
    public static String caption(Chart<?, ?> chart) {
        return chart instanceof CurveChart curves ? curves.caption() : chart.getTitle() == null ? "" : chart.getTitle();
    }

    private static String sentence(Chart<?, ?> chart, Series series) {
        if (series instanceof XYSeries curve && chart instanceof CurveChart) {
            return name(series) + " " + course(curve.getYData()) + " in " + epochs(curve.getYData().length - 1) + ".";
        }
        if (series instanceof AxesChartSeriesNumerical numbers && numbers.getYData().length > 0) {
            return name(series) + ": " + numbers.getYData().length + " points, x from "
                    + Numbers.rounded(numbers.getXMin()) + " to " + Numbers.rounded(numbers.getXMax()) + ", y from "
                    + Numbers.rounded(numbers.getYMin()) + " to " + Numbers.rounded(numbers.getYMax()) + ".";
        }
        return name(series) + ".";
    }

    private static String name(Series series) {
        return series.getLabel() == null ? series.getName() : series.getLabel();
    }

    private static String course(double[] values) {
        double first = values[0];
        double last = values[values.length - 1];
        String verb = last < first ? "falls" : last > first ? "rises" : "stays";
        return verb.equals("stays")
                ? "starts and ends at " + Numbers.computed(first)
                : verb + " from " + Numbers.computed(first) + " to " + Numbers.computed(last);
    }

    private static String epochs(int count) {
        return count + (count == 1 ? " epoch" : " epochs");
    }
}
