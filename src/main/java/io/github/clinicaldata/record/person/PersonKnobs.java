package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What testers put in place of what members are called, wherever they are written: in their own
 * records, and in the standards' messages about them.
 *
 * @param lastName the surname of all members, or null for their own
 * @param email the e-mail address of all members, or null for their own
 */
public record PersonKnobs(@Nullable Text lastName, @Nullable Text email) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]([A-Za-z .'-]{0,98}[A-Za-z.])?");

    /** RFC 2606: nobody can have an address there. */
    private static final Pattern RESERVED_EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\\.){0,3}"
                        + "(example\\.(com|org|net)|[A-Za-z0-9-]{1,63}\\.(example|test|invalid))");

    private static final Knob<String> LAST_NAME =
            Knob.open(
                    "patient_last_name",
                    "Surname of all members instead of their own; e-mail addresses follow it",
                    "",
                    "1 to 100 letters without accents, with spaces, hyphens, apostrophes and full"
                            + " stops between them",
                    "O'Brien",
                    given -> Optional.of(given).filter(NAME.asMatchPredicate()));

    private static final Knob<String> EMAIL =
            Knob.open(
                    "patient_email",
                    "E-mail address of all members instead of their own",
                    "",
                    "an address in a domain that is reserved for examples: example.com, .org, .net"
                            + " or what ends with .example, .test or .invalid",
                    "qa@example.com",
                    given -> Optional.of(given).filter(RESERVED_EMAIL.asMatchPredicate()));

    /** All of them. */
    public static final List<Knob<?>> ALL = List.of(LAST_NAME, EMAIL);

    /** The settings of a population. */
    public static PersonKnobs of(Knobs knobs) {
        return new PersonKnobs(text(knobs.get(LAST_NAME)), text(knobs.get(EMAIL)));
    }

    private static @Nullable Text text(String value) {
        return value.isEmpty() ? null : Text.of(value);
    }
}
