package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who recommends what. */
class MatrixTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatTwoWordAlikeIsOneRowAndComesBeforeWhatOneSays() {
        var matrix = Matrix.of(List.of(
                opinion("a", true, treats("drug", "Clobazam", "low")),
                opinion("b", true, treats("surgery", "GammaKnife  radiosurgery", "high")),
                opinion("c", true, treats("surgery", "gammaknife radiosurgery", "moderate"))));

        assertThat(matrix.rows())
                .extracting(Matrix.Row::what, Matrix.Row::supporters)
                .containsExactly(tuple("GammaKnife radiosurgery", 2L), tuple("Clobazam", 1L));
        assertThat(matrix.rows().getFirst().cells())
                .extracting(Matrix.Cell::says)
                .containsExactly(null, "high", "moderate");
    }

    @Test
    void aDiagnosisIsSaidWithItsLikelihood() {
        var content = JSON.createObjectNode().put("confidence", "high");
        content.putArray("differential").addObject().put("code", "ORPHA:1").put("likelihood", "unlikely");

        var row = Matrix.of(List.of(opinion("a", true, content))).rows().getFirst();

        assertThat(row.kind()).isEqualTo(Matrix.Kind.DIAGNOSIS);
        assertThat(row.cells().getFirst().says()).isEqualTo("unlikely");
    }

    @Test
    void anOpinionThatDoesNotCountIsNotInIt() {
        var matrix = Matrix.of(List.of(opinion("a", false, treats("drug", "Clobazam", "low"))));

        assertThat(matrix.experts()).isEmpty();
        assertThat(matrix.rows()).isEmpty();
    }

    private static ObjectNode treats(String type, String text, String confidence) {
        var content = JSON.createObjectNode().put("confidence", confidence);
        content.putArray("recommendedTreatment").addObject().put("type", type).put("text", text);
        return content;
    }

    private static Opinions.Opinion opinion(String expert, boolean counts, ObjectNode content) {
        return new Opinions.Opinion(expert, "genetics", 1, Instant.EPOCH, counts, content);
    }
}
