package org.konsil.desk.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.springframework.web.multipart.MultipartFile;

/** Unpacks what was sent: single JSON files and zip archives of them, within limits that no archive can trick. */
final class Uploads {

    private static final int MOST_FILES = 10_000;
    private static final int LARGEST_FILE = 5_000_000;
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_ALL = 100_000_000;

    private final List<Packet> packets = new ArrayList<>();
    private long bytes;
    private int entries;

    private Uploads() {}

    /** @throws UploadRefused if there is nothing in it, too much, or an archive is broken */
    static List<Packet> unpack(List<MultipartFile> files) {
        var uploads = new Uploads();
        for (var file : files) {
            if (!file.isEmpty()) {
                uploads.add(file);
            }
        }
        if (uploads.packets.isEmpty()) {
            throw UploadRefused.nothing();
        }
        return uploads.packets;
    }

    private void add(MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            if (isZip(file)) {
                unzip(name, content);
            } else {
                keep(name, content);
            }
        } catch (IOException e) {
            throw UploadRefused.broken(name);
        }
    }

    private static boolean isZip(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            var head = content.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private void unzip(String archive, InputStream content) throws IOException {
        var zip = new ZipInputStream(content);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName();
            if (!entry.isDirectory() && name.toLowerCase(Locale.ROOT).endsWith(".json") && !name.contains("__MACOSX")) {
                keep(name, zip);
            }
            pass(zip);
        }
        if (packets.isEmpty()) {
            throw UploadRefused.broken(archive);
        }
    }

    /** What is not read unpacks all the same on the way to the next entry, so it counts. */
    private void pass(InputStream rest) throws IOException {
        var buffer = new byte[1 << 16];
        for (var read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
            count(read);
        }
        if (++entries > MOST_ENTRIES) {
            throw tooMuch();
        }
    }

    private void count(int read) {
        bytes += read;
        if (bytes > LARGEST_ALL) {
            throw tooMuch();
        }
    }

    private static UploadRefused tooMuch() {
        return UploadRefused.tooMuch(MOST_FILES, LARGEST_ALL / 1_000_000);
    }

    /** One byte more than a packet may have is read, so that the reader can say that it is too large. */
    private void keep(String name, InputStream content) throws IOException {
        var read = content.readNBytes(LARGEST_FILE + 1);
        count(read.length);
        if (packets.size() >= MOST_FILES) {
            throw tooMuch();
        }
        packets.add(new Packet(name.length() <= 200 ? name : name.substring(name.length() - 200), read));
    }
}
