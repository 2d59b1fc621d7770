package org.konsil.terminology;

/**
 * A term that a search found.
 *
 * @param label what it is called in the reader's language, else in English, else in a language that has a name for it
 * @param language that of the label, two letters
 * @param matched the name that fits what was typed, where it is not the label; else empty
 * @param matchedLanguage that of the name that fits
 * @param english the name in English, which all countries read; the label where there is none
 */
public record Hit(Code code, String label, String language, String matched, String matchedLanguage, String english) {}
