package org.konsil.desk.intake;

import java.util.Set;
import org.konsil.forms.FieldKind;
import org.konsil.terminology.Code;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of fields that forms may name in their free properties. */
@Configuration(proxyBeanMethods = false)
class Kinds {

    @Bean
    FieldKind orphaKind(MessageSource messages) {
        return new CodeKind("orpha", Set.of(Code.ORPHA), messages);
    }

    @Bean
    FieldKind hpoKind(MessageSource messages) {
        return new CodeKind("hpo", Set.of(Code.HP), messages);
    }

    @Bean
    FieldKind countryKind(MessageSource messages) {
        return new CountryKind(messages);
    }
}
