package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.Scope;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys list}: a line for each key, without its secret. */
@Command(name = "list", description = "Lists all keys, revoked and expired ones too.")
final class KeysListCommand implements Runnable {
    @Spec CommandSpec spec;

    private final ApiKeys keys;

    KeysListCommand(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        for (ApiKey key : keys.all()) {
            String scopes =
                    key.scopes().stream().map(Scope::label).collect(Collectors.joining(","));
            out.println(
                    "%s  %-30s  %s  made %s  %s"
                            .formatted(
                                    key.id(), scopes, state(key, now), key.created(), key.name()));
        }
    }

    private static String state(ApiKey key, Instant now) {
        if (key.revoked() != null) {
            return "revoked " + key.revoked();
        }
        if (key.expires() == null) {
            return "good";
        }
        return (key.isGood(now) ? "expires " : "expired ") + key.expires();
    }
}
