package io.github.clinicaldata.feed.target;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses feeds may connect to: public ones, and those that the settings add. What is
 * public follows the registries of special addresses of IANA (RFC 6890): a block that they don't
 * call globally reachable is not.
 */
final class AddressRules {
    /** Blocks of version 4 that are not public. */
    private static final List<String> SPECIAL_4 =
            List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // the platform's own address within Azure, though of a public block
                    "168.63.129.16/32");

    /** Of version 6, what is public lies in here, … */
    private static final String GLOBAL_6 = "2000::/3";

    /** … but for these: protocols, documentation, and blocks that hold addresses of version 4. */
    private static final List<String> SPECIAL_6 =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<AddressBlock> special;
    private final AddressBlock global = AddressBlock.parse(GLOBAL_6);
    private final List<AddressBlock> allowed;

    /**
     * Rules with exceptions.
     *
     * @param allowed CIDR blocks, or addresses, that are allowed though they are not public
     * @throws IllegalArgumentException when one is none
     */
    AddressRules(List<String> allowed) {
        special =
                Stream.concat(SPECIAL_4.stream(), SPECIAL_6.stream())
                        .map(AddressBlock::parse)
                        .toList();
        this.allowed = allowed.stream().map(AddressBlock::parse).toList();
    }

    /** Whether feeds may connect to an address. */
    boolean allow(InetAddress address) {
        return isIn(allowed, address)
                || !isIn(special, address)
                        && (address instanceof Inet4Address || global.has(address));
    }

    private static boolean isIn(List<AddressBlock> blocks, InetAddress address) {
        for (AddressBlock block : blocks) {
            if (block.has(address)) {
                return true;
            }
        }
        return false;
    }
}
