package org.konsil.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn: {@code ~{forms/form :: errors(form)}} and {@code ~{forms/form :: fields(form)}} take it.
 *
 * @param title the form's own title, may be empty
 * @param slips what is wrong, in the order of the fields
 * @param changing some questions appear or disappear with the answers to others
 */
public record FormView(String id, String title, List<Slip> slips, boolean changing, List<Part> parts) {

    /** One line of the summary of errors; the href is empty where the page has no such field. */
    public record Slip(String href, String sentence) {}

    /**
     * One component at one place.
     *
     * @param look how it is drawn: text, textarea, select, radio, checks, tick, files, given, group, rows, prose, line, space
     * @param columns of 16
     * @param refreshes other questions hang on the answer
     * @param marks options of a choice; names of files of a file picker
     * @param rows for a list: each row's parts
     */
    public record Part(
            String look,
            String id,
            String name,
            Say say,
            String value,
            boolean required,
            boolean refreshes,
            int columns,
            Map<String, String> attributes,
            List<Mark> marks,
            List<Part> parts,
            List<List<Part>> rows) {

        static Part plain(String look, String id, String name, Say say, String value, int columns) {
            return new Part(
                    look, id, name, say, value, false, false, columns, Map.of(), List.of(), List.of(), List.of());
        }

        Part holding(List<Part> inner) {
            return new Part(look, id, name, say, value, required, refreshes, columns, attributes, marks, inner, rows);
        }

        Part holdingRows(List<List<Part>> all, boolean needed, Map<String, String> may) {
            return new Part(look, id, name, say, value, needed, refreshes, columns, may, marks, parts, all);
        }

        /** The ids of hint and error for {@code aria-describedby}; null where there is neither. */
        public @Nullable String describedBy() {
            var ids = (say.hint().isEmpty() ? "" : id + "-hint ") + (say.error().isEmpty() ? "" : id + "-error");
            return ids.isEmpty() ? null : ids.strip();
        }
    }

    /** What is written at a component. */
    public record Say(String label, String hint, String error) {}

    /** One option of a choice. */
    public record Mark(String id, String value, String label, boolean chosen) {}
}
