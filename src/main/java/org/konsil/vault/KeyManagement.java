package org.konsil.vault;

import java.util.function.UnaryOperator;

/**
 * A kind of place where master keys are kept. Those of this house are the environment, a file, and a PKCS#12 keystore; others are
 * found by {@link java.util.ServiceLoader} and chosen with {@code konsil.vault.kms}.
 */
public interface KeyManagement {

    /** What the setting {@code konsil.vault.kms} calls it. */
    String name();

    /** Whether the settings speak of it. */
    boolean isMeant(UnaryOperator<String> settings);

    /**
     * The key that the settings name.
     *
     * @param settings those under {@code konsil.vault.} (of the other key: {@code konsil.vault.other.}), by their last part; an empty
     *     text where nothing is set
     */
    WrappingKey open(UnaryOperator<String> settings);
}
