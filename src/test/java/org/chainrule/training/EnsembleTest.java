package org.chainrule.training;

import static org.chainrule.Chainrule.accuracy;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.crossValidation;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.ensemble;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.data.Dataset;
import org.chainrule.data.Split;
import org.chainrule.data.Standardize;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** Several networks: their mean answer, and one for each part of the data. */
class EnsembleTest {
    private static Network line(double slope) {
        return network()
                .inputs("x")
                .layer("y")
                .activation(identity())
                .into("y", w("a", slope))
                .loss(meanSquaredError());
    }

    /** By hand: ŷ = 1x and 3x for y = 2.5x at x = 1, 2; errors 1.5² and 0.5² times (1 + 4) / 2, of 2x 0.5² times the same. */
    @Test
    void meanOfTwoLines() {
        Dataset data = dataset(new double[][] {{1}, {2}}, new double[][] {{2.5}, {5}});
        Ensemble both = ensemble(line(1), line(3));
        assertArrayEquals(new double[] {4}, both.prediction(2));
        Ensemble.Errors errors = both.errors(data);
        assertEquals(List.of(5.625, 0.625), errors.networks());
        assertEquals(0.625, errors.ensemble());
        assertEquals(3.125, errors.mean());
        assertEquals("Errors of 2 networks: 3.125000 on average, 0.625000 of the ensemble", errors.toString());
        assertEquals(4, table(errors).rowCount());
    }

    @Test
    void theMeanIsNoWorseThanTheNetworksAreOnAverage() {
        Split parts = iris().labels().split(0.7, seed(1)).prepare(Standardize::fit);
        Ensemble five = ensemble(
                5,
                number -> training(flowers(number))
                        .data(parts.training())
                        .optimizer(adam(0.05))
                        .epochs(5));
        Ensemble.Errors errors = five.errors(parts.test());
        assertEquals(5, errors.networks().stream().distinct().count());
        assertTrue(errors.ensemble() < errors.mean(), errors.toString());
    }

    private static Network flowers(long number) {
        return network()
                .inputs(4)
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(number)))
                .loss(sparseCategoricalCrossEntropy());
    }

    @Test
    void needsNetworksOfOneShape() {
        assertEquals(
                "ensemble() got no networks, but it needs at least one.",
                assertThrows(IllegalArgumentException.class, () -> ensemble()).getMessage());
        assertEquals(
                "ensemble() got networks of 1 inputs and 1 outputs and of 4 inputs and 3 outputs, but all need the same.",
                assertThrows(IllegalArgumentException.class, () -> ensemble(line(1), flowers(1)))
                        .getMessage());
    }

    /** The mean of what was learned from is the best constant: its loss on the part kept aside is known by hand. */
    @Test
    void crossValidationByHand() {
        Network constant = network()
                .inputs("x")
                .layer("y")
                .activation(identity())
                .into("y", w("a", 0).frozen())
                .bias("y", b("c", 0))
                .loss(meanSquaredError());
        Dataset data = dataset(new double[][] {{1}, {1}, {1}}, new double[][] {{1}, {2}, {6}});
        CrossValidation result = crossValidation(
                data.folds(3, seed(1)),
                part -> training(constant).data(part).optimizer(sgd(0.25)).epochs(100));
        // constants 4, 3.5, 1.5; each off by 3, 1.5 and 4.5 from the one kept aside, and by 2, 2.5, 0.5 from its own
        assertEquals((9 + 2.25 + 20.25) / 3, result.testLoss(), 1e-12);
        assertEquals((4 + 6.25 + 0.25) / 3, result.trainingLoss(), 1e-12);
        assertEquals(Math.sqrt((2.25 + 68.0625 + 95.0625) / 3), result.deviation(), 1e-12);
        assertEquals(4, table(result).rowCount());
    }

    @Test
    void everySampleIsKeptAsideOnce() {
        Dataset data = iris().labels();
        List<Split> folds = data.folds(5, seed(2)).stream()
                .map(fold -> fold.prepare(Standardize::fit))
                .toList();
        CrossValidation result = crossValidation(
                folds,
                part -> training(flowers(1)).data(part).optimizer(adam(0.1)).epochs(60));
        assertEquals(
                data.size(),
                result.folds().stream()
                        .collect(Collectors.summingInt(
                                fold -> fold.split().test().size())));
        assertTrue(result.mean(accuracy()) > 0.93, "accuracy " + result.mean(accuracy()));
        assertTrue(result.toString().startsWith("CrossValidation of 5 folds: training loss 0."), result.toString());
    }

    @Test
    void noFolds() {
        assertEquals(
                "crossValidation() got no folds; data.folds(5, seed(1)) gives five.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> crossValidation(
                                        List.of(), part -> training(line(1)).data(part)))
                        .getMessage());
    }
}
