package org.chainrule.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.chainrule.formula.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each loss and reduction against numbers by hand, its derivative against a central difference. */
class LossTest {
    private static final double[] PREDICTED = {1, 2, 3, 4, 5, 6};
    private static final double[] TARGET = {1, 3, 5, 4, 2, 6};

    static Stream<ElementwiseLoss> all() {
        return Stream.of(
                        new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES),
                        new MeanSquaredError(Reduction.MEAN),
                        new MeanAbsoluteError(Reduction.MEAN),
                        new Huber(0.5, Reduction.MEAN),
                        new BinaryCrossEntropy(Reduction.MEAN),
                        new CategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES))
                .flatMap(loss -> Stream.of(loss, loss.sum(), loss.meanOverSamples(), loss.mean(), loss.scale(0.01)))
                .map(ElementwiseLoss.class::cast);
    }

    /** Squared errors 0, 1, 4, 0, 9, 0: 14 in all, over 3 samples of 2 outputs. */
    @Test
    void byHand() {
        Loss half = new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES);
        assertEquals(7.0 / 3, half.value(PREDICTED, TARGET, 3), 1e-15);
        assertEquals(7.0, half.sum().value(PREDICTED, TARGET, 3), 0);
        assertEquals(0.07, half.scale(1.0 / 100).value(PREDICTED, TARGET, 3), 1e-15);
        Loss mean = new MeanSquaredError(Reduction.MEAN);
        assertEquals(14.0 / 6, mean.value(PREDICTED, TARGET, 3), 1e-15);
        assertEquals(14.0 / 3, mean.meanOverSamples().value(PREDICTED, TARGET, 3), 1e-15);
        assertEquals(14.0, mean.sum().value(PREDICTED, TARGET, 3), 0);
    }

    /** −ln 0.8 and −ln 0.5 over two samples of two classes: a sample has one term, however many classes there are. */
    @Test
    void theMeanOfACrossEntropyOfClassesIsOverTheSamples() {
        double[] predicted = {0.8, 0.2, 0.5, 0.5};
        double mean = -(Math.log(0.8) + Math.log(0.5)) / 2;
        Loss oneHot = new CategoricalCrossEntropy(Reduction.SUM);
        Loss labels = new SparseCategoricalCrossEntropy(Reduction.SUM);
        for (Loss loss : new Loss[] {oneHot.mean(), oneHot.meanOverSamples()}) {
            assertEquals(mean, loss.value(predicted, new double[] {1, 0, 0, 1}, 2), 1e-15);
        }
        assertEquals(mean, labels.mean().value(predicted, new double[] {0, 1}, 2), 1e-15);
        assertEquals(2 * mean, labels.value(predicted, new double[] {0, 1}, 2), 1e-15);
    }

    /** With d = 1: ½·0.5² = 0.125 within, 1·(3 − ½) = 2.5 outside; derivative clipped to ±1. */
    @Test
    void huberByHand() {
        Huber huber = new Huber(1, Reduction.SUM);
        assertEquals(0.125, huber.term(0.5, 0), 0);
        assertEquals(2.5, huber.term(-3, 0), 0);
        assertEquals(-1, huber.derivative(-3, 0), 0);
        assertEquals(0.5, huber.derivative(0.5, 0), 0);
    }

    /** A term of weight 0 is 0, also where the logarithm is not finite. */
    @Test
    void certaintyThatIsRightCostsNothing() {
        assertEquals(0, new BinaryCrossEntropy(Reduction.SUM).term(1, 1), 0);
        assertEquals(0, new BinaryCrossEntropy(Reduction.SUM).term(0, 0), 0);
        assertEquals(0, new CategoricalCrossEntropy(Reduction.SUM).term(0, 0), 0);
        assertEquals(Double.POSITIVE_INFINITY, new BinaryCrossEntropy(Reduction.SUM).term(0, 1), 0);
    }

    /** Slides, erratum on E12: for y = 0 and p = .2 the loss is −ln .8 = .223144, not 0. */
    @Test
    void binaryCrossEntropyNeedsBothTerms() {
        assertEquals(0.223143551314210, new BinaryCrossEntropy(Reduction.SUM).term(0.2, 0), 1e-15);
    }

    /** The slide's dCf/dYp has the wrong sign: Yp − Ya is −2.2556774 at Yp = .7443226, Ya = 3. */
    @Test
    void derivativeOfTheWorkedExample() {
        assertEquals(-2.255677438152, new HalfSquaredError(Reduction.SUM).derivative(0.744322561848, 3), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientIsTheCentralDifference(ElementwiseLoss loss) {
        Random random = new Random(3);
        double[] predicted = random.doubles(6, 0.05, 0.95).toArray();
        double[] target = random.doubles(6, 0.05, 0.95).toArray();
        double[] gradient = new double[6];
        loss.gradient(predicted, target, 3, gradient);
        double h = 1e-5;
        for (int i = 0; i < 6; i++) {
            double[] above = predicted.clone();
            double[] below = predicted.clone();
            above[i] += h;
            below[i] -= h;
            double numeric = (loss.value(above, target, 3) - loss.value(below, target, 3)) / (2 * h);
            assertEquals(numeric, gradient[i], 1e-8 * Math.max(1, Math.abs(numeric)), loss + " output " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void formulasGiveWhatTheRulesGive(ElementwiseLoss loss) {
        Symbol predicted = Symbol.of("Yp", 0.7);
        Symbol target = Symbol.of("Ya", 3);
        assertEquals(loss.term(0.7, 3), loss.formula(predicted, target).value(), 1e-15);
        assertEquals(
                loss.derivative(0.7, 3),
                loss.derivativeFormula(predicted, target).value(),
                1e-15);
    }

    @Test
    void aProbabilityOf0OrOf1ThatIsRightHasTheDerivativeItTendsTo() {
        var loss = new BinaryCrossEntropy(Reduction.SUM);
        assertEquals(1, loss.derivative(0, 0), 0);
        assertEquals(-1, loss.derivative(1, 1), 0);
        assertEquals(Double.NEGATIVE_INFINITY, loss.derivative(0, 1), 0);
        assertEquals(Double.POSITIVE_INFINITY, loss.derivative(1, 0), 0);
    }
}
