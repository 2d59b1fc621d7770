package org.konsil.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.konsil.kernel.Right;

/** The tables of the page that tells who may see what, between the marks that stand there. */
final class WhoMaySeeWhat {

    private WhoMaySeeWhat() {}

    static String in(String page, List<Routes.Route> routes) {
        return put(put(put(page, "case", ofACase()), "house", ofTheHouse()), "routes", routes(routes));
    }

    private static String put(String page, String mark, String table) {
        var begin = "<!-- begin " + mark + " -->\n";
        var from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + table + page.substring(page.indexOf("<!-- end " + mark + " -->"));
    }

    private static String ofACase() {
        var rights = Arrays.stream(Right.values()).filter(Right::isOfACase).toList();
        var table = new StringBuilder("| Stands to the case as | Roles |");
        rights.forEach(right -> table.append(' ').append(words(right)).append(" |"));
        table.append("\n|---|---|").append("---|".repeat(rights.size())).append('\n');
        for (var relation : Relation.values()) {
            table.append("| ")
                    .append(words(relation))
                    .append(" | ")
                    .append(String.join(", ", new TreeSet<>(relation.roles())));
            rights.forEach(right -> table.append(" | ").append(relation.rights().contains(right) ? "yes" : ""));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String ofTheHouse() {
        var table = new StringBuilder("| Right | Whose |\n|---|---|\n");
        Arrays.stream(Right.values())
                .filter(right -> !right.isOfACase())
                .forEach(right -> table.append("| ")
                        .append(words(right))
                        .append(" | ")
                        .append(whose(right))
                        .append(" |\n"));
        return table.toString();
    }

    private static String routes(List<Routes.Route> routes) {
        var table = new StringBuilder("| Route | Needs | Can be held by |\n|---|---|---|\n");
        routes.forEach(route -> table.append("| `%s %s` | %s | %s |%n"
                .formatted(route.method(), route.path(), words(route.needed()), whose(route.needed()))
                .replace(System.lineSeparator(), "\n")));
        return table.toString();
    }

    private static String whose(Right right) {
        return switch (right) {
            case ENTER -> "everybody";
            case BE_SIGNED_IN -> "everybody who is signed in";
            default ->
                right.isOfACase()
                        ? EnumSet.allOf(Relation.class).stream()
                                .filter(relation -> relation.rights().contains(right))
                                .map(WhoMaySeeWhat::words)
                                .collect(Collectors.joining(", "))
                        : String.join(", ", roles(right));
        };
    }

    private static Set<String> roles(Right right) {
        return Arrays.stream(Relation.values())
                .flatMap(relation -> java.util.stream.Stream.concat(relation.roles().stream(), right.roles().stream()))
                .filter(role -> Decisions.isConceivable(right, Set.of(role)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
