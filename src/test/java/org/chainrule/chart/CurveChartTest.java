package org.chainrule.chart;

import static org.chainrule.Chainrule.lossCurve;
import static org.chainrule.Chainrule.parameterCurve;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chainrule.Examples;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class CurveChartTest {
    private static TrainingRun run(double rate, int epochs) {
        return training(Examples.worked())
                .sample(x(1, 2), y(3))
                .optimizer(sgd(rate))
                .epochs(epochs)
                .record(parameters())
                .run();
    }

    private static List<String> names(XYChart chart) {
        return chart.getSeriesCollection().stream()
                .map(series -> series.getLabel() == null ? series.getName() : series.getLabel())
                .toList();
    }

    @Test
    void lossCurveHasTheLossOfEveryEpoch() {
        TrainingRun run = run(0.5, 1000);
        double[] losses = lossCurve(run).getSeries("sgd(0.5)").getYData();
        assertEquals(1001, losses.length);
        assertEquals(2.544040352493, losses[0], 1e-12);
        assertEquals(2.000676839296, losses[1000], 1e-12);
    }

    @Test
    void runsAreNamedAfterTheirOptimizers() {
        XYChart chart = lossCurve(run(0.5, 10), run(2, 10), run(0.5, 20));
        assertEquals(List.of("sgd(0.5)", "sgd(2)", "sgd(0.5) (2)"), names(chart));
        assertEquals(List.of("slow", "fast", "long"), names(((CurveChart) chart).named("slow", "fast", "long")));
    }

    @Test
    void theValidationLossIsACurveOfItsOwn() {
        TrainingRun run = training(Examples.worked())
                .sample(x(1, 2), y(3))
                .validation(new double[][] {{2, 1}}, new double[][] {{3}})
                .optimizer(sgd(0.5))
                .epochs(3)
                .run();
        assertEquals(List.of("sgd(0.5)", "validation"), names(lossCurve(run)));
        assertEquals(
                run.history().validationLoss(3),
                lossCurve(run).getSeries("validation").getYData()[3]);
        assertEquals(List.of("loss", "validation"), names(LossCurve.of(run.history())));
        assertEquals(List.of("sgd(0.5)", "sgd(0.5) (2)"), names(lossCurve(run, run)));
    }

    @Test
    void aNameForEachCurveIsNeeded() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> lossCurve(run(0.5, 3)).named("a", "b"));
        assertEquals(
                "named() got 2 names, but the chart has 1 curves; it needs one name for each.", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> lossCurve());
    }

    @Test
    void parameterCurveHasTheRecordedValues() {
        CurveChart chart = parameterCurve(run(0.5, 1000), "w1", "w5");
        assertEquals(List.of("w1", "w5"), names(chart));
        assertEquals(0.3, chart.getSeries("w5").getYData()[0]);
        assertEquals(2.511032325130, chart.getSeries("w5").getYData()[1000], 1e-12);
        assertEquals(8, names(parameterCurve(run(0.5, 3))).size());
    }

    @Test
    void parameterCurveSaysWhatWasNotRecordedOrNamed() {
        var run = training(Examples.worked())
                .sample(x(1, 2), y(3))
                .optimizer(sgd(0.5))
                .epochs(3)
                .run();
        assertEquals(
                "The history kept no parameters; ask for them with .record(parameters()) before .run().",
                assertThrows(IllegalArgumentException.class, () -> parameterCurve(run, "w1"))
                        .getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> parameterCurve(run(0.5, 3), "w9"))
                .getMessage()
                .startsWith("There is no parameter named w9"));
    }

    @Test
    void colourAndMarkerDifferFromCurveToCurve() {
        var curves = List.copyOf(parameterCurve(run(0.5, 10)).getSeriesCollection());
        assertEquals(new Color(0x0072B2), curves.get(0).getLineColor());
        assertEquals(new Color(0xD55E00), curves.get(1).getLineColor());
        IntStream.range(1, 7).forEach(i -> {
            assertNotEquals(curves.get(0).getLineColor(), curves.get(i).getLineColor());
            assertNotEquals(curves.get(0).getMarker(), curves.get(i).getMarker());
        });
    }

    @Test
    void aTrainingOfEveryOptimizerIsToldFromTheOthers() {
        CurveChart chart = new CurveChart("t", "v");
        IntStream.range(0, 49).forEach(i -> chart.addCurve("curve " + i, 1, new double[] {1, i}));
        assertEquals(
                49,
                chart.getSeriesCollection().stream()
                        .map(curve -> List.of(curve.getLineColor(), curve.getMarker()))
                        .distinct()
                        .count());
    }

    @Test
    void logAxisNeedsValuesAboveZero() {
        assertTrue(lossCurve(run(0.5, 10)).logAxis().getStyler().isYAxisLogarithmic());
        CurveChart chart = new CurveChart("t", "v");
        chart.addCurve("zero", 0, new double[] {1, 0});
        assertEquals(
                "logAxis() got zero with the value 0, but a logarithmic axis needs values above 0.",
                assertThrows(IllegalArgumentException.class, chart::logAxis).getMessage());
    }

    @Test
    void logLabelsArePowersOfTenAsManyAsFit() {
        LogLabels few = new LogLabels(3);
        assertEquals(List.of("0.001", "10", "10⁻⁷"), List.of(few.apply(1e-3), few.apply(10.0), few.apply(1e-7)));
        assertEquals("2.544", few.apply(2.5440403));
        LogLabels many = new LogLabels(27);
        assertEquals(List.of("10⁻²⁴", " "), List.of(many.apply(1e-24), many.apply(1e-25)));
    }

    @Test
    void wordsComeFromTheData() {
        CurveChart chart = lossCurve(run(0.5, 1000));
        assertEquals(
                "Chart: Loss after each epoch. sgd(0.5) falls from 2.544040 to 2.000677 in 1000 epochs.",
                ChartText.of(chart));
        assertEquals(
                "Loss after each epoch; epoch 0 is before the first update. At the end: sgd(0.5) 2.000677.",
                ChartText.caption(chart));
        assertTrue(ChartText.caption(chart.logAxis()).endsWith("The vertical axis is logarithmic."));
    }

    @Test
    void anyXChartChartHasWords() {
        XYChart chart = new XYChartBuilder().title("Own").build();
        chart.addSeries("points", new double[] {1, 2, 4}, new double[] {-1, 0.5, 3});
        assertEquals("Chart: Own. points: 3 points, x from 1.0 to 4.0, y from −1.0 to 3.0.", ChartText.of(chart));
        assertEquals("Own", ChartText.caption(chart));
    }

    @Test
    void thePictureIsTwiceAsLargeOnWhite() {
        BufferedImage image = ChartPicture.of(lossCurve(run(0.5, 1000)));
        assertEquals(2 * CurveChart.WIDTH, image.getWidth());
        assertEquals(2 * CurveChart.HEIGHT, image.getHeight());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(2, 2));
        assertTrue(pixels(image, new Color(0x0072B2)) > 500, "the curve is drawn in its colour");
    }

    @Test
    void numbersAreWrittenTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            BufferedImage expected = ChartPicture.of(lossCurve(run(0.5, 1000)));
            Locale.setDefault(Locale.GERMANY);
            BufferedImage german = ChartPicture.of(lossCurve(run(0.5, 1000)));
            assertEquals(0, difference(expected, german));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static long pixels(BufferedImage image, Color color) {
        return IntStream.range(0, image.getHeight())
                .mapToLong(row -> IntStream.range(0, image.getWidth())
                        .filter(column -> image.getRGB(column, row) == color.getRGB())
                        .count())
                .sum();
    }

    private static long difference(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getHeight())
                .mapToLong(row -> IntStream.range(0, one.getWidth())
                        .filter(column -> one.getRGB(column, row) != other.getRGB(column, row))
                        .count())
                .sum();
    }
}
