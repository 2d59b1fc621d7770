package org.konsil.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.konsil.forms.FieldKind;
import org.konsil.kernel.Refusal;
import org.konsil.terminology.Code;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fields of forms that hold codes: well-formed is asked for, known is not. */
@Configuration(proxyBeanMethods = false)
class CodeKinds {

    private record CodeKind(String name, Set<String> strangers, MessageSource words) implements FieldKind {

        @Override
        public Optional<String> objection(String value, Locale reader) {
            try {
                return strangers.contains(Code.parse(value).system()) ? say(reader) : Optional.empty();
            } catch (Refusal malformed) {
                return say(reader);
            }
        }

        private Optional<String> say(Locale reader) {
            return Optional.of(words.getMessage("casefile.wrong." + name, null, reader));
        }
    }

    @Bean
    FieldKind diseaseField(MessageSource messageSource) {
        return new CodeKind("disease", Set.of(Code.HP, Code.HGNC), messageSource);
    }

    @Bean
    FieldKind phenotypeField(MessageSource messageSource) {
        return new CodeKind("phenotype", Set.of(Code.ORPHA, Code.OMIM, Code.MONDO, Code.HGNC), messageSource);
    }
}
