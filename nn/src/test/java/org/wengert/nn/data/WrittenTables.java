package org.wengert.nn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.Refused;

/** Tables that tests write to a file, and what is said of them word by word, {@code FILE} standing for the file's name. */
abstract class WrittenTables {
    static final String HOUSES = "id,size,colour,rooms,price\n"
            + "1,10,red,1,100\n"
            + "2,20,blue,,200\n"
            + "3,30,red,3,300\n"
            + "4,?,NA,5,500\n";

    static final Preparation PRICE = Preparation.of("price").without("id");

    @TempDir
    Path folder;

    Table table(String text) throws IOException {
        return CsvTable.of(write(text)).read();
    }

    Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    void refused(String message, Runnable call) {
        String text = message.replace("FILE", folder.resolve("data.csv").toString());
        Refused.with(DataException.class, text, call::run);
    }
}
