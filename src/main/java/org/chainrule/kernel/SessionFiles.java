package org.chainrule.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainrule.kernel.install.JupyterFolders;
import org.chainrule.kernel.install.UserOnly;
import org.chainrule.kernel.protocol.Wire;

/**
 * What the user has typed in all sessions, each of which has a numbered file of its own, so that kernels that run at once
 * never write to the same one.
 *
 * <p>A comfort and no more: what cannot be read or written is left out without a word.
 */
final class SessionFiles {
    /** {@code off}, or the folder to use. */
    static final String SETTING = "CHAINRULE_HISTORY";

    static final int KEPT_SESSIONS = 500;
    private static final Pattern NAME = Pattern.compile("session-(\\d{1,9})\\.jsonl");

    private final Path folder;
    private int current;
    private WritableByteChannel file;

    private SessionFiles(Path folder) {
        this.folder = folder;
    }

    /** Nothing is read or written. */
    static SessionFiles none() {
        return new SessionFiles(null);
    }

    static SessionFiles in(Path folder) {
        return new SessionFiles(folder);
    }

    /** Those of the user, in the folder where Jupyter keeps what belongs to its user, unless the environment says otherwise. */
    static SessionFiles ofUser(String os, Map<String, String> environment, Path home) {
        String setting = environment.getOrDefault(SETTING, "");
        if (setting.equalsIgnoreCase("off")) {
            return none();
        }
        Path data = JupyterFolders.dataOfUser(os, environment, home).resolve("chainrule");
        try {
            return in(setting.isBlank() ? data.resolve("history") : Path.of(setting));
        } catch (InvalidPathException noFolder) {
            return none();
        }
    }

    /** The number of this session, which is from now on taken. */
    synchronized int current() {
        if (current == 0) {
            current = numbers().stream().reduce((first, last) -> last).orElse(0) + 1;
            begin();
        }
        return current;
    }

    private void begin() {
        if (folder == null) {
            return;
        }
        try {
            UserOnly.createFolder(folder);
            while (file == null) {
                create();
            }
            forgetOldest();
        } catch (IOException | RuntimeException notWritable) {
            file = null;
        }
    }

    private void create() throws IOException {
        try {
            file = UserOnly.createFile(path(current));
        } catch (FileAlreadyExistsException takenByAnother) {
            current++;
        }
    }

    private void forgetOldest() throws IOException {
        List<Integer> all = numbers();
        for (int number : all.subList(0, Math.max(0, all.size() - KEPT_SESSIONS))) {
            Files.deleteIfExists(path(number));
        }
    }

    /** Adds an input to the file of this session. */
    synchronized void write(int number, String input) {
        current();
        if (file == null) {
            return;
        }
        JsonObject line = Wire.json(Map.of("number", number, "input", input));
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException diskFull) {
            file = null;
        }
    }

    /** The numbers of the sessions on disk, the oldest first. */
    List<Integer> numbers() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> NAME.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException | RuntimeException notReadable) {
            return List.of();
        }
    }

    /** The inputs of a session, as far as they can be read. */
    List<HistoryEntry> read(int session) {
        List<HistoryEntry> entries = new ArrayList<>();
        try {
            String text = new String(Files.readAllBytes(path(session)), StandardCharsets.UTF_8);
            text.lines().forEach(line -> entry(session, line).ifPresent(entries::add));
        } catch (IOException notReadable) {
            return List.of();
        }
        return entries;
    }

    private static Optional<HistoryEntry> entry(int session, String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            String input = json.get("input").getAsString();
            return Optional.of(new HistoryEntry(session, json.get("number").getAsInt(), input, null));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private Path path(int session) {
        return folder.resolve("session-" + session + ".jsonl");
    }
}
