package org.konsil.process;

import java.util.ArrayList;
import java.util.List;
import org.konsil.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides which file of a name is in force: the one that its owner changed last, in a folder (read at start) or over HTTP. A file
 * that was deployed over HTTP gives way only to one in a folder that was changed afterwards, never to one packed in the program.
 */
@Component
class FilesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(FilesInForce.class);

    private final FilesOnDisk disk;
    private final DeployedFiles deployed;
    private final ApplicationEventPublisher events;
    private final ProcessFiles files;
    private volatile long seen;

    FilesInForce(ProcessSettings settings, DeployedFiles deployed, ApplicationEventPublisher events) {
        this.disk = FilesOnDisk.read(settings);
        this.deployed = deployed;
        this.events = events;
        supersede();
        this.seen = deployed.last();
        this.files = new ProcessFiles(shelf());
    }

    ProcessFiles files() {
        return files;
    }

    /** Brings files into force, here at once and on other nodes within seconds. */
    void bring(List<ProcessFile> changed, Actor by) {
        deployed.keep(changed, disk, by);
        read();
    }

    /** Another node may have brought files into force. */
    @Scheduled(fixedDelay = 2000)
    void look() {
        try {
            if (deployed.last() != seen) {
                read();
            }
        } catch (DataAccessException away) {
            LOG.debug("The database does not answer; process files stay as they are");
        }
    }

    private void read() {
        seen = deployed.last();
        files.replace(shelf());
        events.publishEvent(new ProcessFilesChanged());
    }

    private void supersede() {
        for (var row : deployed.newest()) {
            if (!disk.hash(row.name()).equals(row.replaces())) {
                if (disk.isInFolder(row.name())) {
                    deployed.supersede(row.name());
                    LOG.info("{} in the folder was changed after it was deployed, and is in force now", row.name());
                } else {
                    LOG.warn(
                            "{} that this program brings is not in force: a process owner deployed another",
                            row.name());
                }
            }
        }
    }

    private Shelf shelf() {
        var all = new ArrayList<>(disk.files());
        deployed.newest().forEach(row -> all.add(row.file()));
        return new Shelf(all).complain();
    }
}
