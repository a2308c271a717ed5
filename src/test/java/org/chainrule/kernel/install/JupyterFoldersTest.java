package org.chainrule.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files, row by row. */
class JupyterFoldersTest {
    private static final Path HOME = Path.of("home", "ada");

    @Test
    void linux() {
        assertEquals(HOME.resolve(".local/share/jupyter/kernels"), JupyterFolders.ofUser("Linux", Map.of(), HOME));
    }

    @Test
    void linuxWithADataHome() {
        assertEquals(
                Path.of("data/jupyter/kernels"),
                JupyterFolders.ofUser("Linux", Map.of("XDG_DATA_HOME", "data", "APPDATA", "no"), HOME));
    }

    @Test
    void mac() {
        assertEquals(
                HOME.resolve("Library/Jupyter/kernels"),
                JupyterFolders.ofUser("Mac OS X", Map.of("XDG_DATA_HOME", "no"), HOME));
    }

    @Test
    void windows() {
        assertEquals(
                Path.of("Roaming/jupyter/kernels"),
                JupyterFolders.ofUser("Windows 11", Map.of("APPDATA", "Roaming"), HOME));
    }

    @Test
    void windowsWithoutAppData() {
        assertEquals(HOME.resolve(".jupyter/data/kernels"), JupyterFolders.ofUser("Windows 11", Map.of(), HOME));
    }

    @Test
    void jupytersOwnVariableWinsEverywhere() {
        Map<String, String> environment = Map.of("JUPYTER_DATA_DIR", "own", "APPDATA", "no", "XDG_DATA_HOME", "no");
        for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertEquals(Path.of("own/kernels"), JupyterFolders.ofUser(os, environment, HOME), os);
        }
    }

    @Test
    void aPythonEnvironment() {
        assertEquals(Path.of("venv/share/jupyter/kernels"), JupyterFolders.ofPrefix(Path.of("venv")));
    }
}
