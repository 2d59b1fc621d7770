package org.konsil.rights;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files; nothing on the way keeps them. */
final class Downloads {

    private Downloads() {}

    static ResponseEntity<byte[]> json(String name, byte[] content) {
        return file(name, MediaType.APPLICATION_JSON, content);
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return file(name, MediaType.APPLICATION_PDF, content);
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    static String disposition(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
