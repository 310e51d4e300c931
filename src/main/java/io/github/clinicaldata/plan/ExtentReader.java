package io.github.clinicaldata.plan;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Population;

/** Reads how far a request goes: {@code offset}, {@code until}, {@code count}, {@code shard}. */
final class ExtentReader {
    /** The count of a stream that goes on to the last index. */
    static final String UNBOUNDED = "unbounded";

    /** How many records a profile looks at when nothing is said. */
    static final long PROFILED = 10_000;

    private final GeneratorConfig.LimitsConfig limits;

    ExtentReader(GeneratorConfig.LimitsConfig limits) {
        this.limits = limits;
    }

    /** A page ends early rather than search for long; its answer says where the next one begins. */
    Extent page(Parameters reader, long end, boolean filtered) {
        long offset = reader.wholeNumber("offset", 0, 0, end - 1);
        long limit = reader.wholeNumber("limit", limits.defaultPage(), 1, limits.maxPage());
        long until = Math.min(end, offset + (filtered ? limits.pageScan() : limit));
        return new Extent(IndexSequence.range(offset, until), limit);
    }

    /** The first records, as many as are asked for. */
    Extent profile(Parameters reader, long end, boolean filtered) {
        long most = limits.pageScan();
        long count = reader.wholeNumber("count", Math.min(PROFILED, most), 1, most);
        long until = Math.min(end, filtered ? most : count);
        return new Extent(IndexSequence.range(0, until), count);
    }

    /** Where a stream begins and ends, and which part of it a shard takes. */
    Extent stream(Parameters reader, IndexSpace space, Population population, boolean filtered) {
        long end = space.size(population);
        long block = space.block(population);
        long offset = reader.wholeNumber("offset", 0, 0, end - 1);
        long until = reader.wholeNumber("until", end, 0, end);
        boolean hasUntil = reader.text("until") != null;
        Shard shard = shard(reader);
        String given = reader.text("count");
        boolean unbounded = UNBOUNDED.equals(given) || given == null && hasUntil;
        long count =
                unbounded
                        ? Long.MAX_VALUE
                        : reader.wholeNumberOr(
                                UNBOUNDED,
                                "count",
                                Math.min(limits.defaultCount(), end - offset),
                                1,
                                limits.maxCount());
        if (until < offset) {
            reader.problem("until", until + " must not be below the offset, which is " + offset);
            return new Extent(IndexSequence.range(offset, offset), count);
        }
        if (!filtered) {
            if (!unbounded && !hasUntil && offset + count > end) {
                reader.problem(
                        "count",
                        "offset + count is %d and must not be above %d"
                                .formatted(offset + count, end));
                return new Extent(IndexSequence.range(offset, offset), count);
            }
            return unbounded && !hasUntil
                    ? new Extent(IndexSequence.interleaved(offset, end, shard, block), count)
                    : new Extent(
                            IndexSequence.part(offset, Math.min(count, until - offset), shard),
                            Long.MAX_VALUE);
        }
        if (!shard.isWhole() && !unbounded) {
            reader.problem(
                    "count",
                    "a shard can't know how many records the others select; give until, the index"
                            + " before which all shards end, instead of count");
        }
        return new Extent(
                hasUntil
                        ? IndexSequence.part(offset, until - offset, shard)
                        : IndexSequence.interleaved(offset, end, shard, block),
                count);
    }

    private static Shard shard(Parameters reader) {
        String value = reader.text("shard");
        if (value == null) {
            return Shard.WHOLE;
        }
        String expected = "a shard such as 0/8 to 7/8, of at most " + Shard.MAX_COUNT;
        String[] parts = value.split("/", -1);
        try {
            if (parts.length == 2) {
                Shard shard = new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                if (shard.number() >= 0
                        && shard.number() < shard.count()
                        && shard.count() <= Shard.MAX_COUNT) {
                    return shard;
                }
                reader.problem("shard", Parameters.quoted(value) + " must be " + expected);
                return Shard.WHOLE;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        reader.unreadable("shard", value, expected);
        return Shard.WHOLE;
    }
}
