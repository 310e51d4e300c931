package io.github.clinicaldata.feed.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits.
 *
 * @param first one of them
 * @param prefix how many bits are the same
 */
record AddressBlock(InetAddress first, int prefix) {
    private static final Pattern VERSION_4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads a block such as {@code 10.1.0.0/16}, or a single address.
     *
     * @throws IllegalArgumentException when it is none
     */
    static AddressBlock parse(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            // anything but an address would be looked up as a name
            if (VERSION_4.matcher(parts[0]).matches() || VERSION_6.matcher(parts[0]).matches()) {
                InetAddress address = InetAddress.getByName(parts[0]);
                int bits = address.getAddress().length * Byte.SIZE;
                int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
                if (prefix >= 0 && prefix <= bits) {
                    return new AddressBlock(address, prefix);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(text + " is no block such as 10.1.0.0/16");
    }

    /** Whether an address is in this block. */
    boolean has(InetAddress address) {
        byte[] these = first.getAddress();
        byte[] those = address.getAddress();
        if (these.length != those.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (these[i] != those[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || (these[whole] ^ those[whole]) >> Byte.SIZE - rest == 0;
    }
}
