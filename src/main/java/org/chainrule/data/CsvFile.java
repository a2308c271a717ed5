package org.chainrule.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads CSV files as RFC 4180 describes them, UTF-8, the first line a header; FastCSV does the work. */
final class CsvFile {
    private CsvFile() {}

    static TextTable read(Path file, char separator) {
        if (file.toString().matches("https?:.*")) {
            throw new IllegalArgumentException("fromCsv() got " + file + ", an address, but it reads files;"
                    + " take fromTable(Table.read().csv(new URL(\"https://…\"))).");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("fromCsv() found no file " + file + " (looked for "
                    + file.toAbsolutePath().normalize() + ").");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in, separator);
        } catch (IOException e) {
            throw new UncheckedIOException("fromCsv() cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static TextTable read(String name, InputStream in, char separator) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(separator).ofCsvRecord(in)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                throw new IllegalArgumentException(
                        name + " is empty, but it needs a line with the names of the columns.");
            }
            List<TextTable.Row> rows = records.stream()
                    .skip(1)
                    .map(each -> new TextTable.Row("line " + each.getStartingLineNumber(), each.getFields()))
                    .toList();
            return new TextTable(name, records.get(0).getFields(), rows);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(name + " is no CSV file: " + e.getMessage(), e);
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true);
    }
}
