package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.FormResult;
import org.konsil.engine.store.Details;

/** A deployed form as the API shows it: its schema is JSON in a text. */
final class Forms {

    private Forms() {}

    static Reply reply(Details.Form form) {
        return Reply.ok(new FormResult()
                .formKey(String.valueOf(form.key()))
                .formId(form.id())
                .version((long) form.version())
                .schema(form.schema())
                .tenantId(Tenant.ONLY));
    }
}
