package org.chainrule.schedule;

import static org.chainrule.Chainrule.cosineDecay;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.inverseTimeDecay;
import static org.chainrule.Chainrule.naturalExponentialDecay;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.polynomialDecay;
import static org.chainrule.Chainrule.reduceOnPlateau;
import static org.chainrule.Chainrule.schedule;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.warmUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScheduleTest {
    @Test
    void exponential() {
        Schedule smooth = exponentialDecay(0.1, 0.25, 100);
        assertRates(smooth, new long[] {0, 50, 100, 200}, 0.1, 0.05, 0.025, 0.00625);
        Schedule stairs = exponentialDecay(0.1, 0.25, 100).inStairs();
        assertRates(stairs, new long[] {0, 99, 100, 199, 200}, 0.1, 0.1, 0.025, 0.025, 0.00625);
    }

    @Test
    void inverseTime() {
        assertRates(inverseTimeDecay(0.1, 0.5, 10), new long[] {0, 5, 10, 20}, 0.1, 0.08, 0.1 / 1.5, 0.05);
        assertRates(inverseTimeDecay(0.1, 0.5, 10).inStairs(), new long[] {0, 9, 10, 20}, 0.1, 0.1, 0.1 / 1.5, 0.05);
    }

    @Test
    void naturalExponential() {
        double e = Math.E;
        assertRates(naturalExponentialDecay(0.1, 2, 10), new long[] {0, 5, 10}, 0.1, 0.1 / e, 0.1 / (e * e));
        assertRates(naturalExponentialDecay(0.1, 2, 10).inStairs(), new long[] {9, 10}, 0.1, 0.1 / (e * e));
    }

    /** As in the API that the slides list: a boundary belongs to the piece on its left. */
    @Test
    void piecewise() {
        Schedule pieces = piecewiseConstant(1).after(100, 0.5).after(200, 0.1);
        assertRates(pieces, new long[] {0, 100, 101, 200, 201, 1000}, 1, 1, 0.5, 0.5, 0.1, 0.1);
    }

    @Test
    void polynomial() {
        assertRates(polynomialDecay(0.1, 0.02, 4), new long[] {0, 1, 2, 4, 9}, 0.1, 0.08, 0.06, 0.02, 0.02);
        assertRates(polynomialDecay(0.1, 0.02, 4).power(2), new long[] {0, 2, 4}, 0.1, 0.04, 0.02);
        Schedule cycling = polynomialDecay(1, 0, 4).cycling();
        assertRates(cycling, new long[] {0, 3, 4, 5, 6, 8, 9, 12}, 1, 0.25, 0, 0.375, 0.25, 0, 0.25, 0);
    }

    @Test
    void cosine() {
        assertRates(cosineDecay(0.1, 12), new long[] {0, 4, 6, 8, 12, 99}, 0.1, 0.075, 0.05, 0.025, 0, 0);
        assertRates(cosineDecay(0.1, 0.02, 12), new long[] {0, 6, 12}, 0.1, 0.06, 0.02);
    }

    @Test
    void warmUpClimbsAndThenStartsTheOther() {
        assertRates(warmUp(4, 0.1), new long[] {0, 1, 3, 4, 50}, 0.025, 0.05, 0.1, 0.1, 0.1);
        Schedule both = warmUp(2, exponentialDecay(0.1, 0.5, 1));
        assertRates(both, new long[] {0, 1, 2, 3, 4}, 0.05, 0.1, 0.1, 0.05, 0.025);
    }

    @Test
    void plateau() {
        Schedule rate =
                reduceOnPlateau(0.1).factor(0.5).patience(2).minimumChange(0.01).minimumRate(0.03);
        double[] losses = {1, 0.9, 0.895, 0.9, 0.8, 0.8, 0.8, 0.7, 0.7, 0.7, 0.7};
        double[] rates = {0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.03, 0.03, 0.03, 0.03, 0.03};
        Plateau plateau = Plateau.NONE;
        for (int epoch = 0; epoch < losses.length; epoch++) {
            plateau = rate.observe(plateau, losses[epoch]);
            assertEquals(rates[epoch], rate.at(epoch, plateau), 1e-15, "after epoch " + epoch);
        }
        assertEquals(new Plateau(0.125, 0.7, 1), plateau);
    }

    @Test
    void warmUpListensForWhatItWraps() {
        Schedule rate = warmUp(2, reduceOnPlateau(0.1).patience(1));
        Plateau plateau = rate.observe(rate.observe(Plateau.NONE, 1), 1);
        assertEquals(0.005, rate.at(0, plateau), 1e-15);
        assertEquals(0.01, rate.at(5, plateau), 1e-15);
    }

    /** α = k/√t, of A. Ng's "Learning rate decay", https://www.coursera.org/learn/deep-neural-network ; and one that halves, by hand. */
    @Test
    void oneOfYourOwn() {
        assertRates(schedule("1/√t", t -> 0.1 / Math.sqrt(t + 1)), new long[] {0, 3, 24}, 0.1, 0.05, 0.02);
        Schedule halving = schedule("halving", t -> 0.1 / (1L << t));
        assertEquals(
                descent(sgd(exponentialDecay(0.1, 0.5, 1)), w -> w, 20, 3).end()[0],
                descent(sgd(halving), w -> w, 20, 3).end()[0]);
        assertRates(warmUp(2, halving), new long[] {0, 1, 2, 3}, 0.05, 0.1, 0.1, 0.05);
        assertEquals("sgd(halving)", sgd(halving).toString());
        assertRefused(
                () -> descent(sgd(schedule("log", t -> Math.log(t))), w -> w, 3, 1),
                "schedule(\"log\") gave for step 0 the rate -Infinity, but it needs a finite number that is not negative.");
    }

    @Test
    void saysHowItIsCalled() {
        assertEquals(
                "exponentialDecay(0.1, 0.96, 100).inStairs()",
                exponentialDecay(0.1, 0.96, 100).inStairs().toString());
        assertEquals(
                "inverseTimeDecay(0.1, 0.5, 10)", inverseTimeDecay(0.1, 0.5, 10).toString());
        assertEquals(
                "naturalExponentialDecay(0.1, 2, 10)",
                naturalExponentialDecay(0.1, 2, 10).toString());
        assertEquals(
                "piecewiseConstant(1).after(100, 0.5)",
                piecewiseConstant(1).after(100, 0.5).toString());
        assertEquals(
                "polynomialDecay(0.1, 0, 4).power(2).cycling()",
                polynomialDecay(0.1, 0, 4).power(2).cycling().toString());
        assertEquals("cosineDecay(0.1, 0, 12)", cosineDecay(0.1, 12).toString());
        assertEquals("warmUp(4, 0.1)", warmUp(4, 0.1).toString());
        assertEquals(
                "reduceOnPlateau(0.1).factor(0.5).patience(2)",
                reduceOnPlateau(0.1).factor(0.5).patience(2).toString());
    }

    @Test
    void refusesWhatItCannotWorkWith() {
        assertRefused(
                () -> exponentialDecay(-1, 0.9, 10),
                "exponentialDecay() got learning rate -1.0, but it needs a finite number that is not negative.");
        assertRefused(
                () -> exponentialDecay(0.1, Double.NaN, 10),
                "exponentialDecay() got decay NaN, but it needs a finite number that is not negative.");
        assertRefused(() -> inverseTimeDecay(0.1, 0.5, 0), "inverseTimeDecay() got 0 steps, but it needs at least 1.");
        assertRefused(
                () -> piecewiseConstant(1).after(5, 0.1).after(5, 0.01),
                "piecewiseConstant() got the boundaries [5, 5], but they have to rise.");
        assertRefused(
                () -> new PiecewiseConstant(List.of(1L), List.of(0.1)),
                "piecewiseConstant() got 1 rates for 1 boundaries, but it needs one rate more than boundaries.");
        assertRefused(
                () -> polynomialDecay(0.1, 0, 4).power(0),
                "power() got power 0.0, but it needs a finite number above 0.");
        assertRefused(
                () -> cosineDecay(Double.POSITIVE_INFINITY, 4),
                "cosineDecay() got learning rate Infinity, but it needs a finite number that is not negative.");
        assertRefused(() -> warmUp(0, 0.1), "warmUp() got 0 steps, but it needs at least 1.");
        assertRefused(
                () -> reduceOnPlateau(0.1).factor(1.5), "factor() got factor 1.5, but it needs a number from 0 to 1.");
        assertRefused(() -> reduceOnPlateau(0.1).patience(0), "patience() got 0 epochs, but it needs at least 1.");
    }

    private static void assertRefused(Executable call, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void assertRates(Schedule schedule, long[] steps, double... rates) {
        for (int i = 0; i < steps.length; i++) {
            assertEquals(rates[i], schedule.at(steps[i]), 1e-15, schedule + " at step " + steps[i]);
        }
    }
}
