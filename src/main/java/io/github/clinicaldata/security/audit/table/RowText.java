package io.github.clinicaldata.security.audit.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.security.audit.AuditEvent;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Texts as the columns of the table take them. */
final class RowText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowText() {}

    /** What was asked for, in the column {@code request_data}. */
    record RequestData(
            @Nullable String query, @Nullable String population, @Nullable String range) {
        private static final RequestData NOTHING = new RequestData(null, null, null);

        static RequestData of(AuditEvent event) {
            return new RequestData(event.query(), event.population(), event.range());
        }

        String json() {
            try {
                return JSON.writeValueAsString(
                        new RequestData(clean(query), clean(population), clean(range)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        static RequestData read(@Nullable String json) throws SQLException {
            try {
                return json == null ? NOTHING : JSON.readValue(json, RequestData.class);
            } catch (JsonProcessingException e) {
                throw new SQLException("request_data is not what this server writes", e);
            }
        }
    }

    /** PostgreSQL takes no NUL in texts. */
    static @Nullable String clean(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** A text that fits into a column. */
    static @Nullable String cut(@Nullable String text, int most) {
        String cleaned = clean(text);
        return cleaned == null || cleaned.length() <= most
                ? cleaned
                : cleaned.substring(0, most - 1) + "…";
    }
}
