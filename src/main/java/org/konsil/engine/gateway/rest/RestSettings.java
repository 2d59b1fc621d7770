package org.konsil.engine.gateway.rest;

import java.util.function.IntSupplier;

/**
 * Where the REST gateway listens.
 *
 * @param address the address of the interface, loopback unless configured
 * @param port the port, 0 for any that is free
 * @param open whether tests may move time and forget everything; only ever on loopback
 * @param grpcPort the port that the topology tells clients
 */
public record RestSettings(String address, int port, boolean open, IntSupplier grpcPort) {}
