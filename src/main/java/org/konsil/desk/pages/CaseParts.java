package org.konsil.desk.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.Attachments;
import org.konsil.consent.Consent;
import org.konsil.consent.Consents;
import org.konsil.delivery.Deliveries;
import org.konsil.delivery.Steps;
import org.konsil.desk.dossier.Opened;
import org.konsil.desk.dossier.Papers;
import org.konsil.desk.dossier.Readable;
import org.konsil.domestic.DomesticReviews;
import org.konsil.followup.FollowUps;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the stages know of a case, for its page. */
@Component
class CaseParts {

    /** Who was asked for a domestic opinion. */
    record Asked(
            String who, Instant at, Instant due, @Nullable Instant answered) {}

    /** A filled-in form and the name of whoever filled it in. */
    record Filled(String formId, String by, Instant at, Readable content) {}

    private final Consents consents;
    private final DomesticReviews domestic;
    private final Suggestions suggestions;
    private final Attachments attachments;
    private final Deliveries deliveries;
    private final FollowUps followUps;
    private final InterimReports reports;
    private final Papers papers;
    private final Names names;
    private final MessageSource messages;

    CaseParts(
            Consents consents,
            DomesticReviews domestic,
            Suggestions suggestions,
            Attachments attachments,
            Deliveries deliveries,
            FollowUps followUps,
            InterimReports reports,
            Papers papers,
            Names names,
            MessageSource messages) {
        this.consents = consents;
        this.domestic = domestic;
        this.suggestions = suggestions;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.followUps = followUps;
        this.reports = reports;
        this.papers = papers;
        this.names = names;
        this.messages = messages;
    }

    void add(Opened opened, Model model, Locale locale) {
        var caseId = opened.caseId();
        if (opened.may(Right.READ_CONSENT)) {
            consents.of(caseId).ifPresent(consent -> {
                model.addAttribute("consent", consent);
                model.addAttribute("scopes", new TreeMap<>(consent.scopes()));
                model.addAttribute("recipients", recipients(consent, locale));
            });
        }
        if (opened.may(Right.READ_IDENTITY)) {
            model.addAttribute("signatories", unlessErased(() -> consents.signatories(caseId)));
        }
        if (opened.may(Right.READ_CLINICAL)) {
            clinical(opened, model, locale);
        }
        if (opened.may(Right.READ_ADVICE)) {
            model.addAttribute("delivery", deliveries.of(caseId).orElse(null));
            model.addAttribute(
                    "receivedBy",
                    deliveries
                            .of(caseId)
                            .map(Steps::receivedBy)
                            .map(names::person)
                            .orElse(null));
            model.addAttribute("answers", deliveries.answers(caseId));
            model.addAttribute("told", reports.of(caseId).reversed());
        }
        if (opened.may(Right.READ_AFTERCARE)) {
            model.addAttribute("followUps", followUps.of(caseId));
            model.addAttribute("nextReport", followUps.next(caseId).orElse(null));
        }
        model.addAttribute(
                "papers",
                papers.filledIn(opened, locale).stream()
                        .map(one -> new Filled(one.formId(), names.person(one.by()), one.at(), one.content()))
                        .toList());
    }

    private void clinical(Opened opened, Model model, Locale locale) {
        var caseId = opened.caseId();
        model.addAttribute("asked", unlessErased(() -> asked(caseId)));
        model.addAttribute("waived", domestic.isWaived(caseId));
        model.addAttribute("ranking", unlessErased(() -> suggestions.of(opened.about(), locale)));
        model.addAttribute("files", unlessErased(() -> attachments.of(caseId, Controller.HOME)));
    }

    private List<Asked> asked(CaseId caseId) {
        var review = domestic.of(caseId);
        return review.requests().stream()
                .map(one -> new Asked(
                        names.groups(List.of(one.asked().toString())),
                        one.askedAt(),
                        one.dueAt(),
                        review.evidence().opinionSince(one.askedAt()).orElse(null)))
                .toList();
    }

    /** What was erased leaves an empty list; the page says so where the patient would stand. */
    private static <T> List<T> unlessErased(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (ContentErased e) {
            return List.of();
        }
    }

    private String recipients(Consent consent, Locale locale) {
        var named = new ArrayList<String>();
        var recipients = consent.recipients();
        if (recipients.anyNetwork()) {
            named.add(messages.getMessage("desk.consent.any-network", null, locale));
        }
        recipients.networks().forEach(network -> named.add(String.valueOf(names.network(network))));
        recipients.guests().forEach(guest -> named.add(names.person(guest)));
        recipients.thirdCountries().forEach(country -> named.add(country.name(locale)));
        return String.join(", ", named);
    }
}
