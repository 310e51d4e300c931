package io.github.clinicaldata.transport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say about arguments that they can't take, as CommandFailureIT in one JVM. */
@QuarkusTest
class CommandRefusalsTest {
    @Inject Commands commands;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    generate|A kind is expected: allergies, claims, conditions, diagnostic-reports, eligibility-checks, encounters, enrollments, medications, members, observations, procedures, providers, remittances, vaccines
                    generate membrs|There is no kind "membrs"; there are allergies, claims, conditions, diagnostic-reports, eligibility-checks, encounters, enrollments, medications, members, observations, procedures, providers, remittances, vaccines
                    genrate members|There is no command "genrate"; there are kinds, formats, keys, generate, get, profile
                    generate members --cuont=5|--cuont: is not known here; did you mean --count? known are --
                    kinds --foo|--foo: is not known here; known are --help
                    kinds -x|-x: is not known here; known are --help
                    profile members --limit 5|--limit: is not known here; known are --
                    generate --count 5 members|--count: is not known here; options follow the kind
                    generate members --count x|--count: "x" is not a whole number from 1 to 1099511627776, or unbounded
                    generate members --count 0|--count: "0" must be from 1 to 1099511627776
                    generate members --count 5 --count 6|--count: was given 2 times; once is allowed
                    generate members --age-min 200|--age-min: "200" must be a whole number from 0 to 120
                    generate members --format xml|--format: "xml" is not offered here; offered are
                    generate members --as-of 2020-01-01|--as-of: 2020-01-01 must not be before the epoch
                    generate members --shard 3/3|--shard: "3/3" must be a shard such as
                    generate members --rate fast|--rate: "fast" is not records a second
                    generate members --arrival poisson|--arrival: poisson needs a rate
                    generate members --resume-after=-1|--resume-after: "-1" is not an index
                    generate claims --dry-run --transaction 837i --type professional|--type: "professional" must be one of institutional with transaction=837i
                    generate members --progress maybe|--progress
                    generate members -o .|--output: "." is a directory; a file is expected
                    get members|An id is expected
                    get members --as-of 2026-02-01|An id is expected
                    get members --seed 1 x|--seed: is not known here
                    """)
    void badArguments_areNamedWithWhatIsAllowed(String arguments, String message) {
        StringWriter error = new StringWriter();
        int exitCode =
                commands.build().setErr(new PrintWriter(error, true)).execute(arguments.split(" "));

        assertThat(error.toString()).contains(message).contains("Try clinical-data-generator");
        assertThat(exitCode).isEqualTo(ExitCodes.BAD_ARGUMENTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --format csv|id,synthetic,member_id
                    --format hl7v2 --message adt_a08|MSH
                    --resource Coverage|{"resourceType":"Coverage","id":"0ad04a09-
                    --include-address false|{"id":"0ad04a09-
                    --format csv --mbi strict --as-of 2026-05-01|id,synthetic,member_id
                    """)
    void get_takesTheOptionsOfFormats(String options, String begin, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("member");
        StringWriter error = new StringWriter();
        int exitCode =
                commands.build()
                        .setErr(new PrintWriter(error, true))
                        .execute(
                                ("get members 0ad04a09-2ee3-8107-adfd-22a5c33e39b2 --output "
                                                + file
                                                + " "
                                                + options)
                                        .split(" "));

        assertThat(error.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(Files.readString(file)).startsWith(begin);
    }
}
