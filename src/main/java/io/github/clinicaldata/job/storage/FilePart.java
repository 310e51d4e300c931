package io.github.clinicaldata.job.storage;

/**
 * A part of a file that is written for good.
 *
 * @param number from 1 on
 * @param offset the byte of the file at which it begins
 * @param length its bytes
 * @param sha256 their SHA-256 in hexadecimal digits
 * @param tag what the store calls it; empty where the store needs none
 */
public record FilePart(int number, long offset, int length, String sha256, String tag) {
    /** The byte of the file after the last of the part. */
    public long end() {
        return offset + length;
    }
}
