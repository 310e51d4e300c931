package io.github.clinicaldata.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;

/** All settings of the product, below {@code clinical}. */
@ConfigMapping(prefix = "clinical")
public interface GeneratorConfig {
    /** What is generated when a request does not say. */
    PopulationConfig population();

    /** What a request may ask for. */
    LimitsConfig limits();

    /** How streams run. */
    StreamConfig stream();

    /** The default population. */
    interface PopulationConfig {
        /** The seed of requests that give none. */
        @WithDefault("42")
        long seed();

        /** The first day of the plan year against which people are drawn. */
        @WithDefault("2026-01-01")
        LocalDate epoch();
    }

    /** Bounds of requests. */
    interface LimitsConfig {
        /** Records of a stream that gives no count. */
        @WithDefault("100")
        long defaultCount();

        /** The largest count of a stream; 2^40. */
        @WithDefault("1099511627776")
        long maxCount();

        /** Records of a page that gives no limit. */
        @WithDefault("100")
        int defaultPage();

        /** The largest limit of a page. */
        @WithDefault("1000")
        int maxPage();

        /** Records that a page with filters may look at. */
        @WithDefault("1000000")
        long pageScan();

        /** The largest count of the small downloads, such as {@code /members/csv}. */
        @WithDefault("10000")
        int maxRecordsPerRequest();

        /** Records that filters may pass over without a match before a stream gives up. */
        @WithDefault("20000000")
        long barrenScan();

        /** The largest rate in records a second. */
        @WithDefault("10000000")
        double maxRate();
    }

    /** How streams run. */
    interface StreamConfig {
        /** Bytes after which a chunk is sent. */
        @WithDefault("65536")
        int chunkBytes();

        /** Records that one turn may make before others get theirs. */
        @WithDefault("2048")
        int sliceRecords();

        /** How long an event stream may stay silent before a comment is sent. */
        @WithDefault("15s")
        Duration heartbeat();
    }
}
