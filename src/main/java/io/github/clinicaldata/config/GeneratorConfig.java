package io.github.clinicaldata.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** All settings of the product, below {@code clinical}. */
@ConfigMapping(prefix = "clinical")
public interface GeneratorConfig {
    /** What is generated when a request does not say. */
    PopulationConfig population();

    /** Codes that the site adds. */
    CodesConfig codes();

    /** What a request may ask for. */
    LimitsConfig limits();

    /** How streams run. */
    StreamConfig stream();

    /** Who may ask, and for how much. */
    SecurityConfig security();

    /** What is told of requests. */
    AuditConfig audit();

    /** How jobs run. */
    JobsConfig jobs();

    /** How feeds run. */
    FeedsConfig feeds();

    /** Where the files of jobs are kept. */
    StorageConfig storage();

    /** Where jobs are kept. */
    DatabaseConfig database();

    /** What is served below {@code /fhir}. */
    FhirConfig fhir();

    /** The default population. */
    interface PopulationConfig {
        /** The seed of requests that give none. */
        @Min(0) @Max((1L << 48) - 1)
        @WithDefault("42")
        long seed();

        /** The first day of the plan year against which people are drawn. */
        @WithDefault("2026-01-01")
        LocalDate epoch();
    }

    /** Codes that the site adds. */
    interface CodesConfig {
        /**
         * A folder with {@code services.csv}: the codes, such as CPT, under which the site bills
         * the services of the product. None by default.
         */
        Optional<String> folder();
    }

    /** Bounds of requests. */
    interface LimitsConfig {
        /** Records of a stream that gives no count. */
        @Min(1) @WithDefault("100")
        long defaultCount();

        /** The largest count of a stream; 2^40. */
        @Min(1) @Max(1L << 40) @WithDefault("1099511627776")
        long maxCount();

        /** Records of a page that gives no limit. */
        @Min(1) @WithDefault("100")
        int defaultPage();

        /** The largest limit of a page. */
        @Min(1) @Max(100_000) @WithDefault("1000")
        int maxPage();

        /** Records that a page with filters, or a profile, may look at. */
        @Min(1) @WithDefault("1000000")
        long pageScan();

        /** The largest count of the small downloads, such as {@code /members/csv}. */
        @Min(1) @WithDefault("10000")
        int maxRecordsPerRequest();

        /** Records that filters may pass over without a match before a stream gives up. */
        @Min(1) @WithDefault("20000000")
        long barrenScan();

        /** The most bytes of an uploaded file, as it is sent and as it is unpacked. */
        @WithDefault("256M")
        MemorySize maxUpload();

        /** Uploads that are read at a time; each holds a thread. */
        @Min(1) @Max(1_000) @WithDefault("8")
        int uploadsAtATime();

        /** How long an upload may bring nothing before it is given up. */
        @DurationMin(millis = 100)
        @WithDefault("30s")
        Duration uploadSilence();

        /** The largest rate in records a second. */
        @Positive @WithDefault("10000000")
        double maxRate();
    }

    /** How streams run. */
    interface StreamConfig {
        /** Bytes after which a chunk is sent. */
        @Min(1024) @Max(16 << 20) @WithDefault("65536")
        int chunkBytes();

        /** Records that one turn may make before others get theirs. */
        @Min(1) @Max(65_536) @WithDefault("2048")
        int sliceRecords();

        /** How long an event stream may stay silent before a comment is sent. */
        @DurationMin(millis = 100)
        @WithDefault("15s")
        Duration heartbeat();

        /** How long streams go on after the server was told to stop. */
        @DurationMin(millis = 0)
        @WithDefault("0s")
        Duration drainAfter();
    }

    /** What is served below {@code /fhir}. */
    interface FhirConfig {
        /** Entries of a page that gives no {@code _count}. */
        @Min(1) @WithDefault("20")
        int defaultPage();

        /** The most entries of a page; a larger {@code _count} gets as many. */
        @Min(1) @Max(10_000) @WithDefault("1000")
        int maxPage();

        /** Records that a search by other than ids and patients may look at for a page. */
        @Min(1) @Max(10_000_000) @WithDefault("100000")
        int searchScan();

        /** The largest body of a request in bytes. */
        @Min(1024) @Max(64 << 20) @WithDefault("5242880")
        int maxBody();

        /** Resources that are validated at once; more are asked to come back. */
        @Min(1) @WithDefault("2")
        int validations();

        /** Members of a bulk export that does not say how many. */
        @Min(1) @WithDefault("1000")
        int exportMembers();

        /** The most members of a bulk export. */
        @Min(1) @Max(10_000_000) @WithDefault("100000")
        int maxExportMembers();

        /** Resources in a file of a bulk export. */
        @Min(1) @WithDefault("10000")
        int fileResources();

        /** Bulk exports that are prepared at once. */
        @Min(1) @Max(64) @WithDefault("2")
        int exportThreads();

        /** Bulk exports that are remembered once they are prepared, and that may wait for it. */
        @Min(1) @Max(10_000) @WithDefault("32")
        int exportsKept();

        /** How long to wait between two questions for the state of a bulk export. */
        @DurationMin(seconds = 1)
        @WithDefault("1s")
        Duration pollInterval();

        /** How long after its start a bulk export can be downloaded. */
        @DurationMin(minutes = 1)
        @WithDefault("24h")
        Duration exportLifetime();
    }
}
