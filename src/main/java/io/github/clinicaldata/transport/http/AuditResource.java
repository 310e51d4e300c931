package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.security.audit.table.AuditQuery;
import io.github.clinicaldata.security.audit.table.AuditRow;
import io.github.clinicaldata.security.audit.table.AuditStore;
import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.work.ListPosition;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Lists the audit log of the database; for keys with the scope {@code admin}. */
@Path(AuditResource.PATH)
public class AuditResource {
    /** Where the audit log is. */
    static final String PATH = "/api/v1/audit";

    private final AuditStore store;
    private final PageWriter writer;

    AuditResource(AuditStore store, PageWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** Requests and where the next page goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<AuditRow> events, @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    /** Requests, the latest first. */
    @Operation(hidden = true)
    @GET
    public Response list(@Context UriInfo uri, @Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        AcceptHeader.requireJson(context);
        AuditQuery.Page page = store.list(AuditQueries.read(uri.getQueryParameters()));
        ListPosition next = page.next();
        return writer.json(context, new Page(page.rows(), next == null ? null : next.token()));
    }
}
