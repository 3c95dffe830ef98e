package io.ashiato.readers.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes `winmail.dat` for tests ([MS-OXTNEF] 2.1).
final class TnefWriter {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int MESSAGE = 1;
    private static final int ATTACHMENT = 2;
    private static final int SUBJECT = 0x0001_8004;
    private static final int RENDERING = 0x0006_9002;
    private static final int TITLE = 0x0001_8010;
    private static final int DATA = 0x0006_800F;

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(SIGNATURE)
            .putShort((short) 1);

    private TnefWriter attribute(int level, int id, byte[] value) {
        int sum = 0;
        for (byte b : value) {
            sum += b & 0xFF;
        }
        bytes.put((byte) level).putInt(id).putInt(value.length).put(value).putShort((short) sum);
        return this;
    }

    TnefWriter subject(String text) {
        return attribute(MESSAGE, SUBJECT, (text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    TnefWriter attachment(String name, byte[] content) {
        return attribute(ATTACHMENT, RENDERING, new byte[14])
                .attribute(ATTACHMENT, TITLE, (name + "\0").getBytes(StandardCharsets.US_ASCII))
                .attribute(ATTACHMENT, DATA, content);
    }

    byte[] bytes() {
        var written = new byte[bytes.position()];
        bytes.get(0, written);
        return written;
    }
}
