package org.chainrule;

import static org.chainrule.Chainrule.accuracy;
import static org.chainrule.Chainrule.autoMpg;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.confusionMatrix;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.rSquared;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.data.Dataset;
import org.chainrule.data.Split;
import org.chainrule.data.Standardize;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** The whole way once: data, preparation, a network with drawn weights, training, metrics on samples it has not seen. */
class LearnsFromDataTest {
    @Test
    void irisIsClassified() {
        Split parts = iris().stratifiedSplit(0.8, seed(1)).prepare(Standardize::fit);
        Network net = network()
                .inputs(4)
                .layer(8)
                .activation(tanh())
                .init(xavier(seed(1)))
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(1)))
                .loss(categoricalCrossEntropy());
        Network trained = trained(net, parts.training(), 0.5, 300);
        double untrained = accuracy().of(net, parts.test());
        assertTrue(untrained < 0.8, "" + untrained);
        assertTrue(accuracy().of(trained, parts.test()) >= 0.9);
        assertEquals(
                accuracy().of(trained, parts.test()),
                confusionMatrix(trained, parts.test()).accuracy());
        assertEquals(1, confusionMatrix(trained, parts.test()).score("setosa").recall());
    }

    @Test
    void milesPerGallonArePredicted() {
        Split parts = autoMpg().split(0.8, seed(1)).prepare(Standardize::fit);
        Network net = network()
                .inputs(9)
                .layer(16)
                .activation(relu())
                .init(he(seed(2)))
                .layer(1)
                .activation(identity())
                .init(he(seed(2)))
                .loss(meanSquaredError());
        Network trained = trained(net, parts.training(), 0.01, 400);
        assertTrue(rSquared().of(net, parts.test()) < 0);
        assertTrue(rSquared().of(trained, parts.test()) > 0.8);
    }

    private static Network trained(Network net, Dataset data, double rate, int epochs) {
        return training(net)
                .samples(data.inputRows(), data.targetRows())
                .optimizer(sgd(rate))
                .epochs(epochs)
                .run()
                .network();
    }
}
