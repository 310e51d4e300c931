package io.github.clinicaldata.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.github.clinicaldata.config.DatabaseConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The database of jobs and of the audit log. It is opened, and its tables are made, by the first
 * piece of work; while that fails, the next piece tries again.
 */
@Singleton
public final class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final String FILE_PREFIX = "jdbc:h2:file:";
    private static final int VALIDATION_SECONDS = 5;

    private final DatabaseConfig config;
    private final Dialect dialect;
    private @Nullable AgroalDataSource opened;
    private boolean closed;

    @Inject
    Database(GeneratorConfig config) {
        this(config.database());
    }

    /** A database with these settings, not yet opened. */
    public Database(DatabaseConfig config) {
        this.config = config;
        dialect = Dialect.of(config.url());
    }

    /**
     * A piece of work.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work; the connection is given back by the caller. */
        T in(Connection connection) throws SQLException;
    }

    /** Whether this server alone has the database. */
    public boolean isEmbedded() {
        return dialect == Dialect.H2;
    }

    /**
     * Whether there may be something in the database. An H2 file that was never made holds nothing,
     * so that a server that only streams leaves no file behind.
     */
    public synchronized boolean isInUse() {
        if (opened != null || !config.url().startsWith(FILE_PREFIX)) {
            return true;
        }
        String file = config.url().substring(FILE_PREFIX.length()).split(";", 2)[0];
        return Files.exists(Path.of(file + ".mv.db"));
    }

    /**
     * Does work, each statement of which is kept at once.
     *
     * @throws DatabaseUnavailableException when it can't be done
     */
    public <T> T call(Work<T> work) {
        try (Connection connection = dataSource().getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /**
     * Does work that is kept as a whole or not at all.
     *
     * @throws DatabaseUnavailableException when it can't be done
     */
    public <T> T inTransaction(Work<T> work) {
        return call(
                connection -> {
                    connection.setAutoCommit(false);
                    try {
                        T result = work.in(connection);
                        connection.commit();
                        return result;
                    } catch (SQLException | RuntimeException e) {
                        connection.rollback();
                        throw e;
                    } finally {
                        connection.setAutoCommit(true);
                    }
                });
    }

    /**
     * Asks the database for a sign of life.
     *
     * @throws DatabaseUnavailableException when it gives none
     */
    public void check() {
        boolean alive = call(connection -> connection.isValid(VALIDATION_SECONDS));
        if (!alive) {
            throw new DatabaseUnavailableException(null);
        }
    }

    private synchronized AgroalDataSource dataSource() {
        AgroalDataSource current = opened;
        if (current == null) {
            current = open();
            opened = current;
        }
        return current;
    }

    private AgroalDataSource open() {
        if (closed) {
            throw new DatabaseUnavailableException(null);
        }
        long start = System.nanoTime();
        AgroalDataSource source;
        try {
            source = AgroalDataSource.from(pool());
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
        try {
            migrate(source);
        } catch (FlywayException e) {
            source.close();
            throw new DatabaseUnavailableException(e);
        }
        LOG.infof("Database opened in %d ms", (System.nanoTime() - start) / 1_000_000);
        return source;
    }

    private AgroalDataSourceConfigurationSupplier pool() {
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                        pool ->
                                pool.maxSize(config.maxConnections())
                                        .acquisitionTimeout(config.acquireTimeout())
                                        // a server that was away leaves broken connections
                                        .validateOnBorrow(true)
                                        .validationTimeout(config.acquireTimeout())
                                        .connectionValidator(ConnectionValidator.defaultValidator())
                                        .exceptionSorter(dialect.exceptionSorter())
                                        .connectionFactoryConfiguration(
                                                factory -> {
                                                    factory.jdbcUrl(dialect.url(config.url()))
                                                            .connectionProviderClassName(
                                                                    dialect.driver());
                                                    if (dialect == Dialect.POSTGRESQL) {
                                                        // JSON goes in as text
                                                        factory.jdbcProperty(
                                                                "stringtype", "unspecified");
                                                    }
                                                    config.username()
                                                            .map(NamePrincipal::new)
                                                            .ifPresent(factory::principal);
                                                    config.password()
                                                            .map(SimplePassword::new)
                                                            .ifPresent(factory::credential);
                                                    return factory;
                                                }));
    }

    private void migrate(AgroalDataSource source) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
    }

    /** Closes the database; nothing opens it again. */
    @PreDestroy
    public synchronized void close() {
        closed = true;
        AgroalDataSource current = opened;
        opened = null;
        if (current != null) {
            current.close();
        }
    }
}
