package org.konsil.engine.gateway.rest;

/** Answers one kind of call. */
interface Handler {
    Reply handle(Call call) throws Exception;
}
