package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import java.util.List;

/** The options that all transaction sets share. */
final class X12Options {
    /** How many records a transaction holds; a guide recommends no more than 5000 claims. */
    static final FormatOption PER_TRANSACTION =
            FormatOption.number(
                    "per_transaction",
                    "Records in an X12 transaction set at most; sets of a single record, such as"
                            + " 835, and a change of sponsor in 834 begin a new one anyway.",
                    1_000,
                    1,
                    5_000);

    /** By which records are dealt evenly over a number of transactions. */
    static final FormatOption LONGER_TRANSACTIONS =
            FormatOption.number(
                    "longer_transactions",
                    "How many X12 transaction sets, from the first on, hold one record more than"
                            + " per_transaction, so that records can be dealt out evenly.",
                    0,
                    0,
                    1_000_000);

    static final FormatOption PER_GROUP =
            FormatOption.number(
                    "per_group",
                    "X12 transaction sets in a functional group at most.",
                    100_000,
                    1,
                    999_999);

    static final FormatOption PER_INTERCHANGE =
            FormatOption.number(
                    "per_interchange",
                    "X12 functional groups in an interchange at most.",
                    99_999,
                    1,
                    99_999);

    static final FormatOption USAGE =
            FormatOption.word(
                    "usage",
                    "Usage indicator of X12: T for test, P for production.",
                    List.of("T", "P"));

    static final FormatOption DELIMITERS =
            FormatOption.word(
                    "delimiters",
                    "Delimiters of X12: those of elements, components, repetitions and segments.",
                    Delimiters.CHOICES);

    static final FormatOption LINE_BREAKS =
            FormatOption.word(
                    "line_breaks",
                    "Whether each X12 segment stands on a line of its own.",
                    List.of("false", "true"));

    private X12Options() {}

    static List<FormatOption> all() {
        return List.of(
                PER_TRANSACTION,
                LONGER_TRANSACTIONS,
                PER_GROUP,
                PER_INTERCHANGE,
                USAGE,
                DELIMITERS,
                LINE_BREAKS);
    }

    static Delimiters delimiters(FormatOptions options) {
        return Delimiters.of(
                options.text(DELIMITERS), Boolean.parseBoolean(options.text(LINE_BREAKS)));
    }
}
