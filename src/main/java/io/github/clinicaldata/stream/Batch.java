package io.github.clinicaldata.stream;

import java.util.Arrays;

/**
 * Records that travel together, and how many of them have arrived. Used by one thread at a time.
 */
public final class Batch {
    private final byte[] bytes;
    private final int length;
    private final long[] indexes;
    private final int[] starts;
    private final int[] keyStarts;
    private final byte[] keys;
    private int arrived;

    /**
     * A batch.
     *
     * @param bytes the records, and in documents what stands around them
     * @param length how many of the bytes belong to it
     * @param indexes of the records
     * @param starts where each record begins, and where the last one ends
     * @param keys the keys of the records, one after the other
     * @param keyStarts where each key begins, and where the last one ends
     */
    Batch(byte[] bytes, int length, long[] indexes, int[] starts, byte[] keys, int[] keyStarts) {
        this.bytes = bytes;
        this.length = length;
        this.indexes = indexes;
        this.starts = starts;
        this.keys = keys;
        this.keyStarts = keyStarts;
    }

    /** How many records there are. */
    public int records() {
        return indexes.length;
    }

    /** The bytes of all; only the first {@link #length()} belong to it. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The index of a record. */
    public long index(int record) {
        return indexes[record];
    }

    /** Where a record begins; that after the last is where the last one ends. */
    public int start(int record) {
        return starts[record];
    }

    /** The bytes of a record. */
    public byte[] record(int record) {
        return Arrays.copyOfRange(bytes, starts[record], starts[record + 1]);
    }

    /** The key of a record: the identifier of its member. */
    public byte[] key(int record) {
        return Arrays.copyOfRange(keys, keyStarts[record], keyStarts[record + 1]);
    }

    /** How many of the records have arrived, counted from the first. */
    public int arrived() {
        return arrived;
    }

    /** Says how many have. */
    public void arrived(int records) {
        arrived = records;
    }

    /** Whether all have arrived. */
    public boolean isDone() {
        return arrived == indexes.length;
    }
}
