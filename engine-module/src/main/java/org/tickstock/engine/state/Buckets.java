package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Symbols by their {@link Bucket}: the furthest extended first, then who has held longest, then who fell back.
 *
 * <p>Stale symbols are left out.
 * <p>Thread: immutable; may be shared.
 *
 * @param counts how many are in each bucket that anyone is in, none and insufficient included, in that order
 * @param members who is in one, in the order of buckets, then of extension, then of symbols
 */
public record Buckets(Map<Bucket, Integer> counts, List<Member> members) {

    private static final Comparator<Bucket> ORDER = Comparator.comparing(Bucket::kind)
            .thenComparing(Bucket::number, Comparator.reverseOrder());

    /**
     * A symbol in a bucket.
     *
     * @param standing the symbol
     * @param bucket where it is
     */
    public record Member(Standing standing, Bucket bucket) {

        private double extensionAtr() {
            return standing.figures().stage().extensionAtr();
        }
    }

    /** Of these symbols. */
    public static Buckets of(List<Standing> standings) {
        Map<Bucket, Integer> counts = new TreeMap<>(ORDER);
        List<Member> members = new ArrayList<>();
        for (Standing standing : standings) {
            if (!standing.isStale()) {
                Bucket bucket = Bucket.of(standing.figures());
                counts.merge(bucket, 1, Integer::sum);
                if (bucket.kind().compareTo(Bucket.Kind.NONE) < 0) {
                    members.add(new Member(standing, bucket));
                }
            }
        }
        members.sort(Comparator.comparing(Member::bucket, ORDER)
                .thenComparing(Member::extensionAtr, Comparator.reverseOrder())
                .thenComparing(member -> member.standing().symbol()));
        return new Buckets(Collections.unmodifiableMap(counts), Collections.unmodifiableList(members));
    }
}
