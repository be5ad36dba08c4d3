package org.tickstock.app.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords with Argon2id and checks them.
 *
 * <p>Thread: any; as many at a time as there are processors, since each takes 19 MB and a processor.
 * <p>Source: OWASP password storage, Argon2id with m=19456, t=2, p=1.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final Semaphore atATime = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private volatile String nobodysHash;

    /** The hash to keep, with salt and parameters inside. */
    public String hash(String password) {
        atATime.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
        } finally {
            atATime.release();
        }
    }

    /** Whether {@code password} is the one that was hashed. */
    public boolean matches(String password, String hash) {
        atATime.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            atATime.release();
        }
    }

    /** A hash that no password of an account has: checking against it costs an unknown e-mail the same time. */
    String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = hash("nobody's password");
        }
        return nobodysHash;
    }
}
