package org.konsil.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.springframework.stereotype.Component;

/** Keeps the key pair wrapped in the key store; it is made when the installation first starts. */
@Component
class InstallationSignatures implements Signatures {

    private final PrivateKey secret;
    private final PublicKey open;

    InstallationSignatures(KeyFiles files, MasterKey master) throws GeneralSecurityException {
        var name = KeyName.signing();
        if (files.read(name).isEmpty()) {
            files.create(name, master.wrap(name, newPair()));
        }
        var pair = ByteBuffer.wrap(master.unwrap(name, files.read(name).orElseThrow()));
        var factory = KeyFactory.getInstance("Ed25519");
        this.secret = factory.generatePrivate(new PKCS8EncodedKeySpec(part(pair)));
        this.open = factory.generatePublic(new X509EncodedKeySpec(part(pair)));
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    @Override
    public boolean verify(byte[] content, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(open);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] publicKey() {
        return open.getEncoded();
    }

    private static byte[] newPair() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var secret = pair.getPrivate().getEncoded();
        var open = pair.getPublic().getEncoded();
        return ByteBuffer.allocate(8 + secret.length + open.length)
                .putInt(secret.length)
                .put(secret)
                .putInt(open.length)
                .put(open)
                .array();
    }

    private static byte[] part(ByteBuffer pair) {
        var part = new byte[pair.getInt()];
        pair.get(part);
        return part;
    }
}
