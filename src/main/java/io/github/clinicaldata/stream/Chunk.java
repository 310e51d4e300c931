package io.github.clinicaldata.stream;

/**
 * A piece of a stream: whole records only.
 *
 * @param bytes holds the piece from its first byte on; not changed any more
 * @param length how many of the bytes belong to it; may be 0 after a turn without a match
 * @param records how many records it holds
 * @param firstIndex the index of its first record, or of the next one where it holds none
 */
public record Chunk(byte[] bytes, int length, int records, long firstIndex) {}
