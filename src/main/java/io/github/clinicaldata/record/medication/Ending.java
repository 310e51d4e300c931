package io.github.clinicaldata.record.medication;

import org.jspecify.annotations.Nullable;

/**
 * How a prescription comes to its end, whatever {@code asOf} is.
 *
 * @param day the last day on which it holds; of one that is stopped, the day of that
 * @param reason why it is stopped, or null where it runs out or is renewed
 */
public record Ending(int day, @Nullable StopReason reason) {
    /** What is known of it on a day. */
    MedicationStatus status(int asOf) {
        if (reason != null && day <= asOf) {
            return MedicationStatus.STOPPED;
        }
        return day < asOf ? MedicationStatus.COMPLETED : MedicationStatus.ACTIVE;
    }
}
