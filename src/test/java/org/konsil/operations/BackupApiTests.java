package org.konsil.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.home.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.FileSystemUtils;

/** Where the engine is another program; with one of its own, see the tests that restore. */
@HouseTest
@AutoConfigureMockMvc
class BackupApiTests {

    @Autowired
    MockMvc calls;

    @Autowired
    Backups backups;

    @Test
    void onlyAnAdministratorMayEnter() throws Exception {
        for (var account : new String[] {"clinician.fi", "auditor", "owner"}) {
            calls.perform(post("/api/v1/backups").with(httpBasic(account, "konsil-demo")))
                    .andExpect(status().isForbidden());
        }
        calls.perform(get("/api/v1/backups")).andExpect(status().isUnauthorized());
        calls.perform(get("/api/v1/backups").with(httpBasic("admin", "konsil-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("items").isEmpty());
    }

    @Test
    void withoutTheEngineThereIsNoBackupAndTheRefusalSaysWhatToDo() throws Exception {
        calls.perform(post("/api/v1/backups").with(httpBasic("admin", "konsil-demo")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("type", containsString("backup-engine-elsewhere")));
    }

    @Test
    void ofThoseThatWereTakenUnaskedTheNewestStayAndThoseThatWereAskedForAll(@Autowired Home home) throws Exception {
        var folder = Files.createDirectories(home.folder().resolve("backups"));
        try {
            for (var name : List.of("konsil-1", "scheduled-1", "scheduled-2", "scheduled-3")) {
                var file = Files.createFile(folder.resolve(name + ".zip"));
                Files.setLastModifiedTime(file, FileTime.fromMillis(name.charAt(name.length() - 1) * 1000L));
            }
            backups.keepOnly(2, BackupSchedule.SCHEDULED);

            assertThat(backups.all())
                    .extracting(Kept::name)
                    .containsExactly("scheduled-3.zip", "scheduled-2.zip", "konsil-1.zip");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void wrongWordsOnTheCommandLineAreAnsweredWithItsUse() {
        assertThat(CommandLine.wanted("backup", "--to=x")).isTrue();
        assertThat(CommandLine.wanted("--spring.profiles.active=demo")).isFalse();
        assertThat(CommandLine.run("backup")).isEqualTo(64);
        assertThat(CommandLine.run("restore", "--konsil.home=x")).isEqualTo(64);
        assertThat(CommandLine.run("verify-backup", "--from=/no/such/file")).isEqualTo(65);
    }
}
