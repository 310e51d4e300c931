package io.github.clinicaldata.job.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.StorageConfig.S3Config;
import io.github.clinicaldata.support.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The store against a server of the protocol, which is started for it. */
class S3FileStoreTest extends FileStoreContract {
    @TempDir static Path directory;

    private static S3Server server;
    private static S3AsyncClient client;

    /** Settings of the server. */
    private record Settings(String address) implements S3Config {
        @Override
        public Optional<String> bucket() {
            return Optional.of("clinical");
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> endpoint() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> accessKeyId() {
            return Optional.of("test");
        }

        @Override
        public Optional<String> secretAccessKey() {
            return Optional.of("test-secret");
        }

        @Override
        public Optional<String> prefix() {
            return Optional.of("some/files/");
        }

        @Override
        public boolean pathStyle() {
            return true;
        }
    }

    @BeforeAll
    static void startServer() {
        server = S3Server.start(directory);
        client = S3Clients.open(new Settings(server.address().toString()));
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @Override
    FileStore store() {
        return new S3FileStore(client, "clinical", "some/files/");
    }

    @Test
    void object_hasTheMediaTypeOfTheFormat() throws IOException {
        String upload = store().begin("typed.csv", "text/csv");
        byte[] bytes = {1, 2, 3};
        FilePart part = new FilePart(1, 0, 3, Sha256.of(bytes, 3), "");
        store().complete(
                        "typed.csv",
                        upload,
                        List.of(store().write("typed.csv", upload, part, bytes)));

        assertThat(
                        client.headObject(
                                        request ->
                                                request.bucket("clinical")
                                                        .key("some/files/typed.csv"))
                                .join()
                                .contentType())
                .isEqualTo("text/csv");
        assertThat(store().location("typed.csv")).isEqualTo("s3://clinical/some/files/typed.csv");
    }

    @Test
    void bucketThatIsNotThere_failsTheCheck() {
        assertThatThrownBy(() -> new S3FileStore(client, "elsewhere", "").check())
                .isInstanceOf(IOException.class);
    }

    @Test
    void partBeyondTheLastThatS3Takes_isRefused() {
        FilePart part = new FilePart(10_001, 0, 1, "", "");

        assertThatThrownBy(() -> store().write("long.csv", "upload", part, new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("clinical.jobs.part-bytes");
    }
}
