package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One piece of a Camunda form, as far as Konsil draws and checks it. */
sealed interface Component {

    Frame frame();

    /** What every component may carry. {@code columns} of 16 in its row; 0: the whole width. */
    record Frame(
            String id,
            String type,
            Words label,
            Words hint,
            Formula hide,
            int columns,
            Map<String, String> properties) {}

    /** A component that asks. */
    sealed interface Field extends Component {
        Input input();
    }

    record Input(String key, boolean required, Formula readonly, Formula disabled, Formula initial) {}

    enum Format {
        EMAIL,
        PHONE
    }

    record Text(
            Frame frame,
            Input input,
            boolean multiline,
            Formula minLength,
            Formula maxLength,
            @Nullable Pattern pattern,
            @Nullable Format format,
            Words prefix,
            Words suffix)
            implements Field {}

    record Number(
            Frame frame,
            Input input,
            Formula min,
            Formula max,
            int decimals,
            @Nullable String step,
            Words prefix,
            Words suffix)
            implements Field {}

    enum MomentKind {
        DATE,
        TIME,
        DATETIME
    }

    record Moment(Frame frame, Input input, MomentKind kind, boolean past, boolean future) implements Field {}

    record Tick(Frame frame, Input input) implements Field {}

    /** One of several (radio, select) or any of several (checklist, taglist). */
    record Choice(Frame frame, Input input, Options options, boolean many, int least, int most) implements Field {}

    record Files(Frame frame, Input input, boolean many, String accept) implements Field {}

    /** Fixed options, or those that the data brings under a key or through FEEL. */
    record Options(JsonNode fixed, String key, Formula feel) {}

    record Group(Frame frame, String path, boolean outline, List<Component> components) implements Component {}

    /** Repeated rows of the same components. */
    record Rows(Frame frame, String path, List<Component> components, int initial, boolean growing, int least, int most)
            implements Component {}

    record Prose(Frame frame, Words text) implements Component {}

    /** Separator, spacer. */
    record Gap(Frame frame) implements Component {}
}
