package io.github.clinicaldata.record.person;

import io.github.clinicaldata.record.Ascii;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.Permutation;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Arrays;

/**
 * Identifiers that look right and can belong to nobody.
 *
 * <p>Each is a bijection of an index, so it is unique over an index range as large as its pattern
 * allows: 48,995,100 social security numbers, 10^8 NPIs, 6.48 * 10^11 Medicare beneficiary
 * identifiers, and as many member ids as there are indexes. Beyond, values repeat.
 */
public final class Identifiers {
    /** How a social security number is written. */
    public static final DigitPattern SSN = DigitPattern.of("###-##-####");

    /** How a telephone number is written. */
    public static final DigitPattern TELEPHONE = DigitPattern.of("(###) ###-####");

    /** How an employer identification number is written. */
    public static final DigitPattern EIN = DigitPattern.of("##-#######");

    /** How an NPI is written. */
    public static final DigitPattern NPI = DigitPattern.of("##########");

    /** How a subscriber id is written. */
    public static final DigitPattern SUBSCRIBER_ID = DigitPattern.of("SYN#############");

    /** How a member id is written: the subscriber id and a person code. */
    public static final DigitPattern MEMBER_ID = DigitPattern.of("SYN#############-##");

    /**
     * How many different social security numbers there are: areas 900-999, groups 01-49, serials.
     */
    public static final long SSN_COUNT = 100L * 49 * 9999;

    /** How many different NPIs there are. */
    public static final long NPI_COUNT = 100_000_000L;

    /**
     * Prefixes that the Internal Revenue Service has not assigned to any campus (list "How EINs are
     * assigned and valid EIN prefixes").
     */
    private static final int[] EIN_PREFIXES = {
        7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97
    };

    /** What the prefix 80840 and the digit 2, doubled, add to the sum of the Luhn formula. */
    private static final int PREFIX_SUM = 24 + 4;

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LUHN_DOUBLED = 0xFF00FF00FF00FF00L;

    private static final long EIN_COUNT = EIN_PREFIXES.length * 10_000_000L;
    private static final String MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";
    private static final String MBI_LETTERS_AND_DIGITS = "0123456789" + MBI_LETTERS;

    /** In position 2 of identifiers that keep apart from those in use. */
    private static final char NEVER_ASSIGNED = 'S';

    private static final String[] MBI_PATTERN = {
        "123456789",
        MBI_LETTERS,
        MBI_LETTERS_AND_DIGITS,
        "0123456789",
        MBI_LETTERS,
        MBI_LETTERS_AND_DIGITS,
        "0123456789",
        MBI_LETTERS,
        MBI_LETTERS,
        "0123456789",
        "0123456789"
    };

    /**
     * 2^64 divided by the number of choices, rounded up: the high half of a product divides by it.
     */
    private static final long[] MBI_RECIPROCALS =
            Arrays.stream(MBI_PATTERN)
                    .mapToLong(choices -> Long.divideUnsigned(-1L, choices.length()) + 1)
                    .toArray();

    private final Permutation ssns;
    private final Permutation npis;
    private final Permutation eins;
    private final Permutation subscribers;
    private final Permutation beneficiaries;
    private final boolean strictMbi;

    /**
     * Prepares the identifiers of a population.
     *
     * @param seed the population's seed
     * @param mbiStyle the second letter of Medicare beneficiary identifiers
     */
    public Identifiers(long seed, MbiStyle mbiStyle) {
        ssns = new Permutation(Mixer.combine(seed, Mixer.hash("ssn")), SSN_COUNT);
        npis = new Permutation(Mixer.combine(seed, Mixer.hash("npi")), NPI_COUNT);
        eins = new Permutation(Mixer.combine(seed, Mixer.hash("ein")), EIN_COUNT);
        subscribers =
                new Permutation(
                        Mixer.combine(seed, Mixer.hash("subscriber")), RecordId.MAX_INDEX + 1);
        strictMbi = mbiStyle == MbiStyle.STRICT;
        long count = 1;
        for (int i = 0; i < MBI_PATTERN.length; i++) {
            count *= i == 1 && !strictMbi ? 1 : MBI_PATTERN[i].length();
        }
        beneficiaries = new Permutation(Mixer.combine(seed, Mixer.hash("mbi")), count);
    }

    /**
     * A social security number 9xx-(01…49)-(0001…9999). Numbers from 900 up were never issued (SSA
     * POMS RM 10201.035); taxpayer numbers that begin with 9 have groups from 50 up (IRS).
     */
    public long ssn(long index) {
        long number = ssns.apply(index);
        long serial = number % 9999 + 1;
        long group = number / 9999 % 49 + 1;
        long area = 900 + number / 9999 / 49;
        return (area * 100 + group) * 10_000 + serial;
    }

    /**
     * A national provider identifier that begins with 2, with a right check digit: the Luhn formula
     * over 80840 and nine digits (45 CFR 162.406). Identifiers in use begin with 1.
     */
    public long npi(long index) {
        long nine = 200_000_000L + npis.apply(index);
        return nine * 10 + (10 - luhnSum(nine) % 10) % 10;
    }

    /** The sum of the Luhn formula over the prefix 80840, the digit 2 and the eight after it. */
    private static int luhnSum(long nine) {
        // From the right every other digit counts double, less 9 when that has two digits.
        long digits = Ascii.values(Ascii.decimal((int) (nine - 200_000_000L)));
        long doubled = digits + (digits & LUHN_DOUBLED);
        long above = (digits + 0x0303030303030303L >>> 3) & LUHN_DOUBLED & EACH_BYTE;
        return PREFIX_SUM + (int) ((doubled - above * 9) * EACH_BYTE >>> 56);
    }

    /** An employer identification number with a prefix that was never assigned. */
    public long ein(long index) {
        long number = eins.apply(index);
        return EIN_PREFIXES[(int) (number / 10_000_000L)] * 10_000_000L + number % 10_000_000L;
    }

    /** The thirteen digits of a subscriber id. */
    public long subscriberId(long index) {
        return subscribers.apply(index);
    }

    /** The index of a subscriber id, or -1 when there is none of these digits. */
    public long subscriberOf(long subscriberId) {
        return subscriberId >= 0 && subscriberId < subscribers.size()
                ? subscribers.invert(subscriberId)
                : -1;
    }

    /** The lowest index with a social security number, or -1 when none has it. */
    public long indexOfSsn(long ssn) {
        long serial = ssn % 10_000;
        long group = ssn / 10_000 % 100;
        long area = ssn / 1_000_000;
        if (serial < 1 || group < 1 || group > 49 || area < 900 || area > 999) {
            return -1;
        }
        return ssns.invert(((area - 900) * 49 + group - 1) * 9999 + serial - 1);
    }

    /** The lowest index with an NPI, or -1 when none has it. */
    public long indexOfNpi(long npi) {
        long number = npi / 10 - 200_000_000L;
        if (number < 0 || number >= npis.size()) {
            return -1;
        }
        long index = npis.invert(number);
        return npi(index) == npi ? index : -1;
    }

    /**
     * A Medicare beneficiary identifier by the format of CMS ("Understanding the Medicare
     * Beneficiary Identifier format"): eleven characters without S, L, O, I, B and Z. The letter S
     * in position 2, which CMS uses in its own specimen, marks it as never assigned.
     */
    public Text mbi(long index, TextBuilder builder) {
        long rest = beneficiaries.apply(index);
        builder.start();
        for (int i = 0; i < MBI_PATTERN.length; i++) {
            if (i == 1 && !strictMbi) {
                builder.append(NEVER_ASSIGNED);
                continue;
            }
            String choices = MBI_PATTERN[i];
            long next = Math.multiplyHigh(rest, MBI_RECIPROCALS[i]);
            builder.append(choices.charAt((int) (rest - next * choices.length())));
            rest = next;
        }
        return builder.build();
    }

    /** A telephone number 555-0100 to 555-0199, reserved for fiction, in a real area code. */
    public static long telephone(int areaCode, RandomStream stream) {
        return areaCode * 10_000_000L + 555_0100L + stream.nextInt(100);
    }
}
