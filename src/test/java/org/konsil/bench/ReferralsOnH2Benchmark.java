package org.konsil.bench;

/** With the cases in an H2 file. */
class ReferralsOnH2Benchmark extends ReferralLoad {

    @Override
    String kind() {
        return "h2";
    }

    @Override
    CaseDatabase database() {
        return CaseDatabase.h2(folder);
    }
}
