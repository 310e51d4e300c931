package io.github.clinicaldata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asserts that HAPI's validator finds no errors in resources as they come in, and holds no more of
 * them than are validated together.
 */
public final class ValidatedResources implements Consumer<FhirResources.Content> {
    private static final int TOGETHER = 50;

    private final List<String> waiting = new ArrayList<>();
    private int count;

    @Override
    public void accept(FhirResources.Content content) {
        waiting.add(content.json());
        count++;
        if (waiting.size() == TOGETHER) {
            validate();
        }
    }

    /** Validates those that still wait; how many there were in all. */
    public int end() {
        if (!waiting.isEmpty()) {
            validate();
        }
        return count;
    }

    private void validate() {
        assertThat(FhirValidation.errors(waiting)).as(waiting.get(0)).isEmpty();
        waiting.clear();
    }
}
