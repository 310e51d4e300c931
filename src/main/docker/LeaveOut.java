import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes jars again without the entries that a list names. A line of the list is the start of a
 * jar's name and the start of paths in it. A line that fits nothing is an error, so that the list
 * stays true when versions change.
 *
 * <p>Usage: {@code java LeaveOut.java LIST DIRECTORY}
 */
public final class LeaveOut {
    private LeaveOut() {}

    /** Leaves out. */
    public static void main(String... args) throws IOException {
        SortedMap<String, List<String>> byJar = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                byJar.computeIfAbsent(words[0], none -> new ArrayList<>()).add(words[1]);
            }
        }
        for (var each : byJar.entrySet()) {
            rewrite(jar(Path.of(args[1]), each.getKey()), each.getValue());
        }
    }

    private static Path jar(Path directory, String start) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, start + "*.jar")) {
            var found = jars.iterator();
            if (!found.hasNext()) {
                throw new IOException(directory + " has no jar " + start + "*");
            }
            Path jar = found.next();
            if (found.hasNext()) {
                throw new IOException(directory + " has several jars " + start + "*");
            }
            return jar;
        }
    }

    private static void rewrite(Path jar, List<String> paths) throws IOException {
        List<String> unused = new ArrayList<>(paths);
        Path written = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(written);
                ZipOutputStream to = new ZipOutputStream(file)) {
            to.setLevel(Deflater.BEST_COMPRESSION);
            for (var entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                List<String> fits = paths.stream().filter(entry.getName()::startsWith).toList();
                unused.removeAll(fits);
                if (fits.isEmpty()) {
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTime(entry.getTime());
                    to.putNextEntry(kept);
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
        if (!unused.isEmpty()) {
            throw new IOException(jar + " has nothing at " + unused);
        }
        long before = Files.size(jar);
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
        System.out.println(jar.getFileName() + ": " + before + " -> " + Files.size(jar));
    }
}
