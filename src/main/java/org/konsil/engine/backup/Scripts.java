package org.konsil.engine.backup;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migration scripts on the class path that are wanted, for Flyway. */
final class Scripts implements ResourceProvider {

    private final List<LoadableResource> found = new ArrayList<>();

    Scripts(List<String> locations, Set<String> wanted, DataSource database) {
        try (var connection = database.getConnection()) {
            var vendor = Product.of(connection).name().toLowerCase(Locale.ROOT);
            var classPath = new PathMatchingResourcePatternResolver();
            for (var location : locations)
                for (var script :
                        classPath.getResources("classpath*:" + location.replace("{vendor}", vendor) + "/*.sql"))
                    if (wanted.contains(script.getFilename())) found.add(new Script(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new ArchiveRefused("The database does not answer: " + e.getMessage(), e);
        }
    }

    Set<String> names() {
        return found.stream().map(LoadableResource::getFilename).collect(Collectors.toSet());
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return found.stream()
                .filter(script -> script.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return found.stream()
                .filter(script -> script.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    /** One of them. */
    private static final class Script extends LoadableResource {

        private final Resource resource;

        Script(Resource resource) {
            this.resource = resource;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getFilename() {
            return String.valueOf(resource.getFilename());
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }

        @Override
        public String getAbsolutePath() {
            return resource.getDescription();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return resource.getDescription();
        }
    }
}
