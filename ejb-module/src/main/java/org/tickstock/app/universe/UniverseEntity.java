package org.tickstock.app.universe;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.universe.Universe;

/**
 * A universe's row and its members.
 *
 * <p>Thread: belongs to the transaction that loaded it.
 */
@Entity
@Table(name = "universes")
public class UniverseEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(nullable = false, length = 50)
    private String name;
    @Column(nullable = false, length = 100)
    private String title;
    @ElementCollection
    @CollectionTable(name = "universe_members", joinColumns = @JoinColumn(name = "universe_id"))
    @OrderColumn(name = "position")
    @Column(name = "symbol", nullable = false, length = 20)
    private List<String> symbols = new ArrayList<>();
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected UniverseEntity() {
    }

    /** A new row for {@code universe}. */
    UniverseEntity(Universe universe, Instant now) {
        this.name = universe.name();
        this.title = universe.title();
        this.symbols = new ArrayList<>(universe.symbols());
        this.createdAt = now;
        this.updatedAt = now;
    }

    String name() {
        return name;
    }

    Universe toUniverse() {
        return new Universe(name, title, symbols);
    }
}
