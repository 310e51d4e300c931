package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Where the files of jobs are kept. */
public interface StorageConfig {
    /** {@code local} for a directory, {@code s3} for a bucket of S3 or a compatible service. */
    @Pattern(regexp = "local|s3") @WithDefault("local")
    String type();

    /** The directory, which is made when the first file is. */
    @WithDefault("data/files")
    String localPath();

    /** Bytes of the directory's disk that are left free; jobs wait rather than use them. */
    @Min(0) @WithDefault("268435456")
    long keepFree();

    /** The bucket. */
    S3Config s3();

    /** A bucket. */
    interface S3Config {
        /** Its name. */
        Optional<String> bucket();

        /** Its region. */
        @WithDefault("us-east-1")
        String region();

        /** The address of a compatible service; empty for AWS. */
        Optional<String> endpoint();

        /** The key; empty for what the environment of AWS gives, such as a role. */
        Optional<String> accessKeyId();

        /** The secret of the key. */
        Optional<String> secretAccessKey();

        /** What the names of all files begin with, for example {@code clinical/}. */
        Optional<String> prefix();

        /** Whether the bucket stands in the path rather than in the host name. */
        @WithDefault("false")
        boolean pathStyle();
    }
}
