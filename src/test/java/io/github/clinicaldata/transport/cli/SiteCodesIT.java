package io.github.clinicaldata.transport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.code.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's codes, as the packaged jar reads them from the environment. */
class SiteCodesIT {
    private static final String SETTING = "CLINICAL_CODES_FOLDER";

    @TempDir Path directory;

    @Test
    void theSitesCodes_standOnClaims_andChangeThePopulationsName() throws IOException {
        StringBuilder table = new StringBuilder("service,code\n");
        List<Service> services = Service.standard().all();
        for (int i = 0; i < services.size(); i++) {
            table.append("%s,X%04d%n".formatted(services.get(i).key(), i));
        }
        PackagedCommand.Result with = run(table.toString(), "generate", "claims", "--count=3000");
        PackagedCommand.Result procedures =
                run(table.toString(), "generate", "procedures", "--count=1000");
        PackagedCommand.Result profile = run(table.toString(), "profile", "claims", "--count=1000");

        assertThat(with.exitCode()).as(with.error()).isEqualTo(ExitCodes.OK);
        assertThat(with.text().lines()).hasSize(3000);
        assertThat(with.text()).contains("\"procedure_code\":\"X0").doesNotContain("T1015");
        assertThat(procedures.text().lines()).hasSize(1000);
        assertThat(profile.text()).containsPattern(";codes=[0-9a-f]{16}");
    }

    @Test
    void aTableThatIsWrong_isRefusedWithItsLine() throws IOException {
        PackagedCommand.Result result =
                run("service,code\nno-such-service,X0001\n", "generate", "claims", "--count=1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.error())
                .startsWith("clinical.codes.folder: ")
                .contains("services.csv, line 2: there is no service 'no-such-service'");
    }

    @Test
    void aFolderThatIsNotThere_isRefused() {
        PackagedCommand.Result result =
                PackagedCommand.run(
                        directory,
                        Map.of(SETTING, directory.resolve("nowhere").toString()),
                        "generate",
                        "claims");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.error()).contains("must hold a file services.csv");
    }

    private PackagedCommand.Result run(String table, String... arguments) throws IOException {
        Files.write(directory.resolve("services.csv"), table.getBytes(UTF_8));
        return PackagedCommand.run(directory, Map.of(SETTING, directory.toString()), arguments);
    }
}
