package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailFailureTests {

    @Test
    void anUnknownMailboxIsForGoodAndItsAddressIsNotKept() throws Exception {
        var address = new InternetAddress("nobody@example.org");
        var refused = new SMTPAddressFailedException(address, "RCPT TO", 550, "550 5.1.1 <nobody@example.org> unknown");
        var failure = MailFailure.of(failed(new SendFailedException("Invalid Addresses", refused)));

        assertThat(failure).isEqualTo(new MailFailure("address-refused 550", true));
    }

    @Test
    void aFullMailboxIsTriedAgain() throws Exception {
        var address = new InternetAddress("full@example.org");
        var refused = new SMTPAddressFailedException(address, "RCPT TO", 452, "452 4.2.2 mailbox full");

        assertThat(MailFailure.of(failed(new SendFailedException("Invalid Addresses", refused))))
                .isEqualTo(new MailFailure("refused 452", false));
    }

    @Test
    void aServerThatIsAwayOrRefusesUsIsTriedAgain() {
        assertThat(MailFailure.of(new MailSendException("no answer", new MessagingException("Couldn't connect"))))
                .isEqualTo(new MailFailure("server-away", false));
        assertThat(MailFailure.of(new MailAuthenticationException("535")))
                .isEqualTo(new MailFailure("sign-in-refused", false));
        var busy = new SMTPSendFailedException(".", 421, "421 try later", new MessagingException(), null, null, null);
        assertThat(MailFailure.of(failed(busy))).isEqualTo(new MailFailure("refused 421", false));
    }

    private static MailSendException failed(MessagingException thrown) {
        return new MailSendException(Map.of(new Object(), thrown));
    }
}
