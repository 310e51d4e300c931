package io.github.clinicaldata.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import io.github.clinicaldata.format.fhir.hapi.HapiResourceWriter;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Resource;

/** Writes single resources as clients want them to look. */
public final class Documents {
    private static final int ROOM = 1 << 12;

    private Documents() {}

    /** An answer with a resource of HAPI's. */
    public static Answer answer(int status, Resource resource, Presentation presentation) {
        return Answer.of(status, presentation.mediaType(), bytes(resource, presentation));
    }

    /** The bytes of a resource of HAPI's. */
    static byte[] bytes(Resource resource, Presentation presentation) {
        FhirContext context = FhirContext.forR4Cached();
        IParser parser = presentation.xml() ? context.newXmlParser() : context.newJsonParser();
        return parser.setPrettyPrint(presentation.pretty())
                .encodeResourceToString(resource)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of a resource that a mapping writes. */
    static byte[] bytes(ResourceContent content, Presentation presentation) {
        if (presentation.equals(Presentation.JSON)) {
            ByteSink sink = new ByteSink(ROOM);
            content.write(JsonResourceWriter.ofResources().to(sink));
            return sink.toByteArray();
        }
        return bytes(structure(content), presentation);
    }

    /** A resource that a mapping writes, as a structure of HAPI's. */
    static Resource structure(ResourceContent content) {
        HapiResourceWriter writer = new HapiResourceWriter();
        content.write(writer);
        return writer.resource();
    }

    /** An answer that tells of a refusal. */
    static Answer of(FhirProblem problem, Presentation presentation) {
        OperationOutcome outcome = new OperationOutcome();
        for (String issue : problem.issues()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(problem.type())
                    .setDiagnostics(issue);
        }
        return answer(problem.status(), outcome, presentation).with(problem.headers());
    }
}
