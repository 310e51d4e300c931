package io.github.clinicaldata.security;

import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param key the key that was given and recognized; null where none is asked for
 * @param address the address of the client, as its connection or a trusted proxy says it
 */
public record Caller(@Nullable ApiKey key, String address) {
    private static final int NETWORK_BYTES = 8;

    /** Whether it may use what needs a scope; without a key all but making keys. */
    public boolean may(Scope scope) {
        return key == null ? scope != Scope.ADMIN : key.scopes().contains(scope);
    }

    /** Whose quota it uses: the key's, or that of the address. */
    String client() {
        return client(key == null ? null : key.id(), address);
    }

    /** Whose quota a key uses, or who gives none. */
    static String client(@Nullable String keyId, String address) {
        return keyId == null ? network(address) : keyId;
    }

    /** How logs name it. */
    public String name() {
        return key == null ? address : "key " + key.id();
    }

    /** IPv6 clients have whole networks of 2^64 addresses, which count as one. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
