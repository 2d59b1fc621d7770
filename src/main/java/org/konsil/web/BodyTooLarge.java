package org.konsil.web;

import java.io.IOException;

/** More was sent than a request without upload may carry. */
class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The body is too large");
    }
}
