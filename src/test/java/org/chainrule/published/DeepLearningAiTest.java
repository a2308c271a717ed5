package org.chainrule.published;

import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sigmoid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chainrule.check.GradientCheck;
import org.chainrule.check.GradientCheck.Row;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * deeplearning.ai, "Improving Deep Neural Networks", week 1, "Gradient Checking": a 4-5-3-1 network on three samples, all drawn from NumPy's
 * seed 1, and a backward pass with two faults that the students are to find: dW2 twice, db1 four times what it should be.
 *
 * <p>https://www.coursera.org/learn/deep-neural-network
 */
class DeepLearningAiTest {
    private static final Network NET = network()
            .inputs(4)
            .layer(5)
            .activation(relu())
            .weights(new double[][] {
                {-0.3224172040135075, -0.38405435466841564, 1.1337694423354374, -1.0998912673140309},
                {-0.17242820755043575, -0.8778584179213718, 0.04221374671559283, 0.5828152137158222},
                {-1.1006191772129212, 1.1447237098396141, 0.9015907205927955, 0.5024943389018682},
                {0.9008559492644118, -0.6837278591743331, -0.12289022551864817, -0.9357694342590688},
                {-0.2678880796260159, 0.530355466738186, -0.691660751725309, -0.39675352685597737}
            })
            .biases(
                    -0.6871727001195994,
                    -0.8452056414987196,
                    -0.671246130836819,
                    -0.01266459891890136,
                    -1.1173103486352778)
            .layer(3)
            .activation(relu())
            .weights(new double[][] {
                {0.23441569781709215, 1.6598021771098705, 0.7420441605773356, -0.19183555236161492, -0.8876289640848363
                },
                {-0.7471582937508376, 1.6924546010277466, 0.05080775477602897, -0.6369956465693534, 0.19091548466746602
                },
                {2.100255136478842, 0.12015895248162915, 0.6172031097074192, 0.3001703199558275, -0.35224984649351865}
            })
            .biases(-1.1425181980221402, -0.3493427224128775, -0.2088942333747781)
            .layer(1)
            .activation(sigmoid())
            .weights(new double[][] {{0.5866231911821976, 0.8389834138745049, 0.9311020813035573}})
            .biases(0.2855873252542588)
            .loss(binaryCrossEntropy());

    private static final double[][] INPUTS = {
        {1.6243453636632417, -1.0729686221561705, 1.74481176421648, -0.2493703754774101},
        {-0.6117564136500754, 0.8654076293246785, -0.7612069008951028, 1.462107937044974},
        {-0.5281717522634557, -2.3015386968802827, 0.31903909605709857, -2.060140709497654}
    };
    private final GradientCheck check = gradientCheck(NET, INPUTS, new double[][] {{1}, {1}, {0}});

    @Test
    void gradientsAreRight() {
        assertTrue(check.passes(), check.toString());
        assertTrue(difference(Map.of()) < 2e-7);
    }

    /** The central differences of the course have errors of 1e-7 themselves; students who mended only one fault saw .1734. */
    @Test
    void plantedFaultsShow() {
        assertEquals(.285093156781, difference(Map.of("w2", 2, "b1", 4)), 1e-8);
        assertEquals(.1734, difference(Map.of("w2", 2)), 5.1e-5);
        assertEquals(.25442297, difference(Map.of("b1", 4)), 1e-8);
    }

    /** ‖gradient − differences‖ / (‖gradient‖ + ‖differences‖), with factors on the gradients whose names begin so. */
    private double difference(Map<String, Integer> faults) {
        double apart = 0;
        double analytic = 0;
        double numeric = 0;
        for (Row row : check.rows()) {
            double gradient =
                    row.analytic() * faults.getOrDefault(row.parameter().substring(0, 2), 1);
            apart += Math.pow(gradient - row.numeric(), 2);
            analytic += gradient * gradient;
            numeric += row.numeric() * row.numeric();
        }
        return Math.sqrt(apart) / (Math.sqrt(analytic) + Math.sqrt(numeric));
    }
}
