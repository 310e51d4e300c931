package io.github.clinicaldata.record;

import io.github.clinicaldata.record.random.Mixer;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of a record: a UUID of version 8 (RFC 9562, section 5.8) that carries the kind, the seed
 * and the index, so that any replica finds the record again with no table.
 *
 * <p>The 122 free bits hold 8 bits of kind, 24 bits of check, 48 bits of seed and 42 bits of index,
 * mixed by an unbalanced Feistel network without a key: neighbours look unrelated, and a foreign or
 * damaged UUID fails the check but for about one in 16 million.
 *
 * @param high the first 64 bits of the UUID
 * @param low the last 64 bits of the UUID
 */
public record RecordId(long high, long low) {
    /** The largest index an id can carry, 2^42 - 1. */
    public static final long MAX_INDEX = (1L << 42) - 1;

    /** The largest seed an id can carry, 2^48 - 1. */
    public static final long MAX_SEED = (1L << 48) - 1;

    /** The largest code of a kind; 255 is kept for households, which are no kind of their own. */
    public static final int MAX_KIND = 254;

    private static final long MASK_60 = (1L << 60) - 1;
    private static final long MASK_62 = (1L << 62) - 1;
    private static final long CHECK_MASK = (1L << 24) - 1;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 1L << 63;

    /**
     * What an id says.
     *
     * @param kindCode the code of the record's kind, 0 to {@value RecordId#MAX_KIND}
     * @param seed the population's seed
     * @param index the record's index in its kind
     */
    public record Content(int kindCode, long seed, long index) {}

    /**
     * Makes the id of a record; {@link RecordIds} makes many. The bounds of the arguments are the
     * callers' to keep: populations and plans check them once, this runs for each record.
     */
    public static RecordId of(int kindCode, long seed, long index) {
        return new RecordIds(kindCode, seed).at(index);
    }

    /** Mixes the two halves of an id's content, 60 and 62 bits. */
    static RecordId mixed(long contentLeft, long contentRight) {
        long left = contentLeft;
        long right = contentRight;
        right ^= round(left, 1) & MASK_62;
        left ^= round(right, 2) & MASK_60;
        right ^= round(left, 3) & MASK_62;
        left ^= round(right, 4) & MASK_60;
        long high = ((left >>> 12) << 16) | VERSION_8 | (left & 0xFFF);
        return new RecordId(high, VARIANT | right);
    }

    /**
     * The index of the content.
     *
     * @throws java.util.NoSuchElementException when the id was not made by this product
     */
    public long index() {
        return content().orElseThrow().index();
    }

    /** Reads the id's content, or nothing when this product did not make it. */
    public Optional<Content> content() {
        if ((high & 0xF000L) != VERSION_8 || low >>> 62 != 2) {
            return Optional.empty();
        }
        long left = ((high >>> 16) << 12) | (high & 0xFFF);
        long right = low & MASK_62;
        left ^= round(right, 4) & MASK_60;
        right ^= round(left, 3) & MASK_62;
        left ^= round(right, 2) & MASK_60;
        right ^= round(left, 1) & MASK_62;
        int kindCode = (int) (left >>> 52);
        long seed = ((left & ((1L << 28) - 1)) << 20) | (right >>> 42);
        long index = right & MAX_INDEX;
        if (((left >>> 28) & CHECK_MASK) != check(checkKey(kindCode, seed), index)) {
            return Optional.empty();
        }
        return Optional.of(new Content(kindCode, seed, index));
    }

    /** What the checks of all ids of a kind and seed have in common. */
    static long checkKey(int kindCode, long seed) {
        return Mixer.mix(seed * 257 + kindCode);
    }

    /** The 24 bits by which a foreign id is told. */
    static long check(long checkKey, long index) {
        return Mixer.mix(checkKey + index) & CHECK_MASK;
    }

    private static long round(long half, int round) {
        return Mixer.mix(half + Mixer.GOLDEN * round);
    }

    /**
     * Parses the text form.
     *
     * @return nothing when the text is no UUID in its 36-character form
     */
    public static Optional<RecordId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            // the JDK also reads signs, digits of other scripts and groups of other lengths
            return uuid.toString().equalsIgnoreCase(text)
                    ? Optional.of(
                            new RecordId(
                                    uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The 36 characters of the UUID. */
    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
