package org.chainrule.published;

import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.loss.Loss;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * GormAnalysis, "Neural Networks: a worked example" (stairs): four images of four pixels, two classes.
 *
 * <p>https://gormanalysis.com/neural-networks-a-worked-example/
 *
 * <p>The page prints its weights with five decimals, so that its softmax outputs are 4.9e-5 off those of the weights.
 */
class GormAnalysisTest {
    private static final double EXACT = 1e-12;
    private static final double[][] IMAGES = {
        {252, 4, 155, 175}, {175, 10, 186, 200}, {82, 131, 230, 100}, {115, 138, 80, 88}
    };
    private static final double[][] CLASSES = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};

    private static Network net(Loss loss) {
        return network()
                .inputs(4)
                .layer("z1", "z2")
                .activation(sigmoid())
                .weights(
                        new double[] {-.00256, .00146, .00816, -.00597}, new double[] {.00889, .00322, .00258, -.00876})
                .biases(-.00469, .00797)
                .layer("stairs", "other")
                .activation(softmax())
                .weights(new double[] {-.00647, .00347}, new double[] {.00540, -.00005})
                .biases(-.00588, -.00232)
                .loss(loss);
    }

    @Test
    void forwardPass() {
        Forward pass = net(categoricalCrossEntropy()).forward(IMAGES);
        double[][] hidden = {{.39558, .75548}, {.47145, .58025}, {.77841, .70603}, {.50746, .71304}};
        double[] stairs = {.498600940782, .498221603851, .497421382732, .498231605040};
        double[] published = {.49865, .49826, .49747, .49828};
        for (int i = 0; i < 4; i++) {
            assertEquals(hidden[i][0], pass.at("z1", i), 5e-6);
            assertEquals(hidden[i][1], pass.at("z2", i), 5e-6);
            assertEquals(stairs[i], pass.at("stairs", i), EXACT);
            assertEquals(published[i], pass.at("stairs", i), 5e-5);
        }
    }

    @Test
    void lossAndGradients() {
        Deltas deltas = net(categoricalCrossEntropy()).forward(IMAGES).deltas(CLASSES);
        assertEquals(.692569840928, deltas.loss(), EXACT);
        assertEquals(.051281334613, deltas.gradient("w2_1_1"), EXACT);
        assertEquals(.009125377936, deltas.gradient("w2_1_2"), EXACT);
        assertEquals(-.051281334613, deltas.gradient("w2_2_1"), EXACT);
        assertEquals(-.009125377936, deltas.gradient("w2_2_2"), EXACT);
        assertEquals(-.001881116899, deltas.gradient("b2_1"), EXACT);
        assertEquals(.001881116899, deltas.gradient("b2_2"), EXACT);
        double[] first = {.091206843811, -.079216851870, .036032816602, .078484807451};
        double[] second = {-.021594567425, .022880303804, -.004564937233, -.018793880840};
        for (int i = 0; i < 4; i++) {
            assertEquals(first[i], deltas.gradient("w1_1_" + (i + 1)), EXACT);
            assertEquals(second[i], deltas.gradient("w1_2_" + (i + 1)), EXACT);
        }
    }

    @Test
    void labelsGiveTheSameNumbersAsOneHotRows() {
        Deltas oneHot = net(categoricalCrossEntropy()).forward(IMAGES).deltas(CLASSES);
        Deltas labels =
                net(sparseCategoricalCrossEntropy()).forward(IMAGES).deltas(new double[][] {{0}, {0}, {1}, {1}});
        assertEquals(oneHot.loss(), labels.loss(), 1e-15);
        for (String name : oneHot.network().parameters().names().toList()) {
            assertEquals(oneHot.gradient(name), labels.gradient(name), 1e-16, name);
        }
    }
}
