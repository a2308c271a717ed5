package org.chainrule.export;

import static org.chainrule.Chainrule.load;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.rmsprop;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.chainrule.layer.BatchNorm;
import org.chainrule.layer.Normalization;
import org.chainrule.training.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that earlier versions have written, kept as they were: they load, and the networks give the numbers that they gave then. */
class OlderFilesTest {
    private static SavedModel model(String name) throws URISyntaxException {
        return load(Path.of(OlderFilesTest.class.getResource(name).toURI()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version-1-iris.json", "version-2-iris.json"})
    void aNetworkWithItsPreprocessing(String file) throws URISyntaxException {
        SavedModel model = model(file);
        double[] flower = model.preprocessing().orElseThrow().apply(5.1, 3.5, 1.4, 0.2);
        assertArrayEquals(
                new double[] {0.42731694670501486, 0.3925504806082506, 0.1801325726867345},
                model.network().forward(flower).prediction().row(0),
                1e-15);
        assertEquals(
                Normalization.DEFAULT, ((BatchNorm) model.network().layers().get(1)).normalization());
        assertEquals(
                nadam(0.01), model.checkpoint().orElseThrow().hyperparameters().optimizer());
        assertEquals(8, model.checkpoint().orElseThrow().state().steps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version-1-rmsprop.json", "version-2-rmsprop.json"})
    void aTrainingGoesOn(String file) throws URISyntaxException {
        SavedModel model = model(file);
        assertEquals(0.508972935337426, model.network().forward(1, 0.5).at("h2_1"), 1e-15);
        Checkpoint checkpoint = model.checkpoint().orElseThrow();
        assertEquals(rmsprop(0.01).centred(), checkpoint.hyperparameters().optimizer());
    }

    /** Version 1 did not say how many epochs there were. */
    @Test
    void version2KnowsTheEpochs() throws URISyntaxException {
        assertTrue(model("version-1-rmsprop.json")
                .checkpoint()
                .orElseThrow()
                .history()
                .isEmpty());
        assertEquals(
                3,
                model("version-2-rmsprop.json")
                        .checkpoint()
                        .orElseThrow()
                        .history()
                        .orElseThrow()
                        .epochs());
    }
}
