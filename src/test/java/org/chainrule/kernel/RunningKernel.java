package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A kernel for the tests of a class, and a front end connected to it. */
abstract class RunningKernel {
    static KernelClient client;
    private static ChainruleKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        client = new KernelClient();
        kernel = ChainruleKernel.start(client.connection());
        client.awaitReady();
    }

    @AfterAll
    static void stop() {
        kernel.close();
        client.close();
    }

    /** Runs a cell and interrupts it as soon as it has begun. */
    static Outcome interrupted(String code) {
        String id = client.submit(code, Map.of());
        client.awaitPublished(id, message -> message.type().equals("execute_input"));
        assertEquals("ok", client.control("interrupt_request", Map.of()).status());
        return client.await(id);
    }
}
