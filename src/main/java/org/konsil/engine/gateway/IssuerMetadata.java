package org.konsil.engine.gateway;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;

/** What an issuer tells of itself below its address (OpenID Connect Discovery 1.0, section 4). */
final class IssuerMetadata {

    private static final String WHERE = "/.well-known/openid-configuration";
    private static final int PATIENCE_MILLIS = 3000;
    private static final int LARGEST = 1 << 18;

    private IssuerMetadata() {}

    /** Where its public keys lie. @throws IllegalStateException if it does not say so, or is somebody else */
    static URL keys(String issuer) throws MalformedURLException {
        var address = URI.create(issuer.replaceFirst("/$", "") + WHERE).toURL();
        try {
            var said =
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST).retrieveResource(address);
            var metadata = JSONObjectUtils.parse(said.getContent());
            if (!issuer.equals(metadata.get("issuer")))
                throw new IllegalStateException("The issuer at " + address + " calls itself otherwise");
            return URI.create(String.valueOf(metadata.get("jwks_uri"))).toURL();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("The issuer's metadata could not be read at " + address, e);
        }
    }
}
