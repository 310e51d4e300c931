package io.github.clinicaldata.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Writes each event as a line of JSON to the log category {@code audit}. */
@Singleton
public final class AuditLines implements AuditSink {
    /** The category; its level INFO or above switches the lines on. */
    public static final String CATEGORY = "audit";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    @Override
    public void keep(AuditEvent event) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        try {
            LOG.info(JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
