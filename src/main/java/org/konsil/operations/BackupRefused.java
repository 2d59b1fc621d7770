package org.konsil.operations;

import org.konsil.kernel.Refusal;

/** No backup can be taken just now, or not here. */
class BackupRefused extends Refusal {

    private BackupRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    static BackupRefused underWay() {
        return new BackupRefused("backup-under-way", "A backup is being taken already");
    }

    static BackupRefused engineElsewhere() {
        return new BackupRefused("backup-engine-elsewhere", "The engine is another program's");
    }
}
