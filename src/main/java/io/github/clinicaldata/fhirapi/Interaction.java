package io.github.clinicaldata.fhirapi;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;

/**
 * Something that clients can do below {@code /fhir}. Implementations announce themselves as beans;
 * nothing lists them.
 */
public interface Interaction {
    /** Whether a path is one of its own. */
    boolean takes(List<String> path);

    /** The methods that its paths take; {@code GET} stands for {@code HEAD} too. */
    List<String> methods();

    /**
     * Answers. Runs in a worker thread.
     *
     * @throws FhirProblem when it is refused
     */
    Answer answer(FhirRequest request);

    /** Says of itself what belongs into the CapabilityStatement. */
    default void describe(CapabilityStatementRestComponent rest) {}
}
