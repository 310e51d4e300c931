package io.github.clinicaldata.database;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import java.util.Locale;
import java.util.Map;

/** What differs between the databases that are supported. */
enum Dialect {
    /** An H2 file in the server's own process. */
    H2(Map.of("json", "TEXT", "random_uuid", "RANDOM_UUID()"), "org.h2.Driver") {
        /**
         * H2 writes half a second late by default: an answered request could be lost. And it closes
         * the file as soon as the process is told to end, while work that is waited for has yet to
         * say how far it came; here whoever opened the file closes it, after that.
         */
        @Override
        String url(String given) {
            return with(with(given, "WRITE_DELAY", "0"), "DB_CLOSE_ON_EXIT", "FALSE");
        }

        private static String with(String url, String setting, String value) {
            return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=")
                    ? url
                    : url + ";" + setting + "=" + value;
        }
    },

    /** A PostgreSQL server. */
    POSTGRESQL(
            Map.of("json", "JSONB", "random_uuid", "gen_random_uuid()"), "org.postgresql.Driver") {
        @Override
        String url(String given) {
            return given;
        }
    };

    private final Map<String, String> placeholders;
    private final String driver;

    Dialect(Map<String, String> placeholders, String driver) {
        this.placeholders = placeholders;
        this.driver = driver;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /** The address with what this product relies on. */
    abstract String url(String given);

    /** What the migrations write for types and functions that differ. */
    Map<String, String> placeholders() {
        return placeholders;
    }

    /** Tells failures after which a connection is of no use. */
    ExceptionSorter exceptionSorter() {
        return this == POSTGRESQL
                ? new PostgreSQLExceptionSorter()
                : ExceptionSorter.defaultExceptionSorter();
    }

    /** The driver's class. */
    String driver() {
        return driver;
    }
}
