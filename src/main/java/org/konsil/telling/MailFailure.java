package org.konsil.telling;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail was not taken. A server's words may name the address, so only its number is kept (RFC 5321, section 4.2).
 *
 * @param forGood trying again would not help
 */
record MailFailure(String reason, boolean forGood) {

    private static final int LONGEST_CHAIN = 20;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])([45][0-9][0-9])(?![0-9])");
    /** No such mailbox, mailbox not allowed, no such recipient. */
    private static final Set<String> NOBODY_THERE = Set.of("550", "551", "553", "501");

    static MailFailure of(MailException thrown) {
        if (thrown instanceof MailAuthenticationException) {
            return new MailFailure("sign-in-refused", false);
        }
        if (thrown instanceof MailParseException || thrown instanceof MailPreparationException) {
            return new MailFailure("not-writable", true);
        }
        var causes = causes(thrown);
        var isRefused =
                causes.stream().anyMatch(it -> it.getClass().getSimpleName().startsWith("SMTPAddressFailed"));
        var number = causes.stream()
                .filter(it ->
                        it.getClass().getSimpleName().toUpperCase(Locale.ROOT).startsWith("SMTP"))
                .map(it -> NUMBER.matcher(String.valueOf(it.getMessage())))
                .flatMap(found -> found.results().map(it -> it.group(1)))
                .findFirst()
                .orElse("");
        if (isRefused && (number.isEmpty() || NOBODY_THERE.contains(number))) {
            return new MailFailure(("address-refused " + number).strip(), true);
        }
        return number.isEmpty() ? new MailFailure("server-away", false) : new MailFailure("refused " + number, false);
    }

    private static List<Throwable> causes(MailException thrown) {
        var failed = thrown instanceof MailSendException send ? send.getMessageExceptions() : new Exception[0];
        return Stream.concat(Stream.of(thrown), Arrays.stream(failed))
                .flatMap(MailFailure::chain)
                .toList();
    }

    /** Mail exceptions hang on one another by links of their own, beside the causes. */
    private static Stream<Throwable> chain(Throwable first) {
        var chain = new ArrayList<Throwable>();
        var next = Optional.of(first);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
            var thrown = next.get();
            chain.add(thrown);
            next = Optional.ofNullable(
                    thrown instanceof MessagingException said ? said.getNextException() : thrown.getCause());
        }
        return chain.stream();
    }
}
