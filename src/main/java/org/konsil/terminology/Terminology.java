package org.konsil.terminology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konsil.kernel.NetworkId;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terminology that is loaded: a small starter set, or all of Orphanet and HPO where they were imported. A code that
 * is well formed but not loaded is no error: {@link #known} tells, and the caller flags it.
 */
@Service
@DependsOn("terminologySeed")
@Transactional(readOnly = true)
public class Terminology {

    private static final int MOST = 200;
    private static final String STARTER = "starter";

    private final Terms terms;
    private final TermSearch search;
    private final SourceFiles sources;

    Terminology(Terms terms, TermSearch search, SourceFiles sources) {
        this.terms = terms;
        this.search = search;
        this.sources = sources;
    }

    /** The disease of an ORPHA, OMIM or other code; empty if it is not loaded, even if it is mapped. */
    public Optional<Disease> disease(Code code) {
        if (code.system().equals(Code.HP)) {
            return Optional.empty();
        }
        return terms.find(code, Language.ENGLISH)
                .map(term -> new Disease(code, term.label(), term.synonyms(), mapsOf(code), headsOf(code)));
    }

    /**
     * The phenotype of an HPO term id.
     *
     * @throws MalformedCode if the text is no code at all
     */
    public Optional<Term> phenotype(String hpo) {
        return Optional.of(Code.parse(hpo))
                .filter(code -> code.system().equals(Code.HP))
                .flatMap(this::term);
    }

    /** Any term by its code, named in English. */
    public Optional<Term> term(Code code) {
        return terms.find(code, Language.ENGLISH);
    }

    /** Any term by its code, named in the reader's language where the terminology has a name in it. */
    public Optional<Term> term(Code code, Locale reader) {
        return terms.find(code, Language.of(reader.toLanguageTag()));
    }

    /**
     * Terms by the beginnings of the words of their label or of a synonym in any language, or by their number, best first.
     *
     * @param system one of the constants of {@link Code}
     * @param limit at most this many, 200 at the very most
     * @param reader whose language names come first, and in which the terms are shown where they have a name in it
     */
    public List<Hit> search(String system, String text, int limit, Locale reader) {
        return search.find(system, text, Math.clamp(limit, 0, MOST), Language.of(reader.toLanguageTag()));
    }

    /** Whether the code has the form of its system: ORPHA, OMIM, HP, MONDO or HGNC. */
    public boolean isWellFormed(Code code) {
        return code.isWellFormed();
    }

    /** Whether the code is loaded, as a term or as one that maps to a loaded ORPHAcode. */
    public boolean known(Code code) {
        return terms.exists(code)
                || (code.system().equals(Code.OMIM) && !mapsOf(code).isEmpty());
    }

    /** The ORPHAcode that fits an OMIM number best; empty if Orphanet has none, as for about a third of them. */
    public Optional<Code> orphaOf(Code omim) {
        return mapsOf(omim).stream().findFirst().map(Mapping::orpha);
    }

    /** All ORPHAcodes that a code maps to, best first. */
    public List<Mapping> mapsOf(Code code) {
        return switch (code.system()) {
            case Code.ORPHA -> List.of(new Mapping(code, Mapping.Relation.E));
            case Code.OMIM -> terms.mapsOf(code);
            default -> List.of();
        };
    }

    /**
     * The heads of Orphanet's classification above a disease, and the groups below them that tell networks apart; of an OMIM number,
     * those of its best ORPHAcode that has any.
     */
    public List<Code> headsOf(Code code) {
        return mapsOf(code).stream()
                .map(map -> terms.headsOf(map.orpha()))
                .filter(heads -> !heads.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Tells Orphanet's classifications apart: what {@link #headsOf} says is the same as long as this is. At most 64 characters. */
    public String classification() {
        return sources.sha256(Code.ORPHA).orElse(STARTER);
    }

    /** All heads of Orphanet's classification, and the groups below them that tell networks apart. */
    public List<Code> heads() {
        return terms.heads();
    }

    /** The direct parents of a term, where an import brought them. */
    public List<Code> parentsOf(Code code) {
        return terms.parentsOf(code);
    }

    /** The networks that a head of the classification suggests: a seed for ranking, not truth. */
    public List<NetworkId> networksOf(Code head) {
        return terms.networksOf(head);
    }
}
