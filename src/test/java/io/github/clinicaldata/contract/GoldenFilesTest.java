package io.github.clinicaldata.contract;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of each kind in each format stay what they are, on every machine and JDK. Files under
 * {@code src/test/resources/golden} hold some records to look at and the digest of 100,000.
 *
 * <p>Where bytes are meant to change: raise {@link Population#DATA_VERSION}, run
 *
 * <pre>./mvnw test -Dtest=GoldenFilesTest -Dgolden.write=true</pre>
 *
 * and read the difference before it is committed.
 */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final int DIGESTED = 100_000;

    private static long[] indexes(RecordKind<?> kind) {
        long last = kind.indexes().size(World.POPULATION) - 1;
        return LongStream.concat(
                        LongStream.range(0, 20),
                        LongStream.of(63, 64, 1_048_576, 7_000_000_000L, last))
                .toArray();
    }

    static Stream<String> kinds() {
        return World.KINDS.stream().map(RecordKind::name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bytes_areThoseOfTheGoldenFile(String kind) throws Exception {
        render(World.catalog().kind(kind).orElseThrow());
    }

    private static <R> void render(RecordKind<R> kind) throws Exception {
        List<RecordFormat> formats =
                World.FORMATS.stream().filter(format -> format.supports(kind)).toList();
        List<String> digests = digests(kind, formats);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < formats.size(); i++) {
            RecordFormat format = formats.get(i);
            Path file = FOLDER.resolve(kind.name() + "." + format.name() + ".txt");
            String now = content(kind, format, digests.get(i));
            if (Boolean.getBoolean("golden.write")) {
                write(file, now);
            }
            all.assertThat(now)
                    .as(
                            "The bytes of %s as %s have changed. If they were meant to: raise"
                                    + " Population.DATA_VERSION (dataVersion), and write the golden"
                                    + " files anew with -Dgolden.write=true",
                            kind.name(), format.name())
                    .isEqualTo(Files.readString(file));
        }
        all.assertAll();
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(file, content);
    }

    private static <R> String content(RecordKind<R> kind, RecordFormat format, String digest) {
        byte[] sample = World.stream(kind, format, World.POPULATION, indexes(kind));
        return "# "
                + kind.name()
                + " as "
                + format.name()
                + ", "
                + World.POPULATION.name()
                + "\n# data version "
                + Population.DATA_VERSION
                + "; to write anew, see GoldenFilesTest"
                + "\n# sha-256 of records 0 to 99999: "
                + digest
                + "\n# records "
                + Arrays.toString(indexes(kind))
                + (format.textual() ? ", \\r for carriage returns" : ", in hexadecimal")
                + "\n"
                + (format.textual() ? text(sample) : hexadecimal(sample));
    }

    private static String text(byte[] sample) {
        return new String(sample, StandardCharsets.UTF_8).replace("\r", "\\r");
    }

    private static String hexadecimal(byte[] sample) {
        return HexFormat.of().formatHex(sample).replaceAll("(.{120})", "$1\n") + "\n";
    }

    /** Each record is made once and written in all formats, since making is most of the work. */
    private static <R> List<String> digests(RecordKind<R> kind, List<RecordFormat> formats)
            throws Exception {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        List<Written<R>> all = new ArrayList<>();
        for (RecordFormat format : formats) {
            all.add(new Written<>(kind, format));
        }
        for (long index = 0; index < DIGESTED; index++) {
            R generated = reader.present(index);
            for (Written<R> written : all) {
                written.add(generated);
            }
        }
        return all.stream().map(Written::digest).toList();
    }

    /** A stream of one format, of which only the digest is kept. */
    private static final class Written<R> {
        private final MessageDigest digest;
        private final EncoderSession<R> session;
        private final ByteSink sink = new ByteSink(1 << 16);

        Written(RecordKind<R> kind, RecordFormat format) throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
            session =
                    format.encoder(kind, kind.schema())
                            .open(new StreamContext(World.POPULATION, 0));
            session.begin(sink);
        }

        void add(R generated) {
            session.write(generated, sink);
            if (sink.size() > 1 << 16) {
                digest.update(sink.toByteArray());
                sink.truncate(0);
            }
        }

        String digest() {
            session.end(sink);
            digest.update(sink.toByteArray());
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
