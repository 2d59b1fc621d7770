package org.konsil.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a spreadsheet with one sheet. Rows that are written are not kept in memory. */
class SheetLines implements QueueExport.Lines {

    private static final int FLUSHED_AFTER = 500;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    SheetLines(OutputStream out) {
        book = new Workbook(out, "Konsil", "1.0");
        sheet = book.newWorksheet("Work");
        sheet.freezePane(0, 1);
    }

    @Override
    public void line(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
        row++;
        if (row % FLUSHED_AFTER == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
