package org.konsil.access;

/** Nobody could sign in: there is no provider, and this is not the demonstration. */
class SignInMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    SignInMissing() {
        super("Nobody could sign in: no OpenID provider is configured, and passwords are for the demonstration only.");
    }
}
