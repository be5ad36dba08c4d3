-- Purpose: tells universes whose members a file told from those of a sector that follow the symbols.
-- Reader and writer: org.tickstock.app.universe.ImportedUniverses
-- Undo: ALTER TABLE universes DROP COLUMN is_listed;

ALTER TABLE universes ADD COLUMN is_listed boolean NOT NULL DEFAULT false;

-- Until now only a file changed one after it was made, or made one beside those of the eleven sectors.
UPDATE universes SET is_listed = true
WHERE updated_at <> created_at OR name NOT IN ('sector_communication_services', 'sector_consumer_discretionary',
    'sector_consumer_staples', 'sector_energy', 'sector_financials', 'sector_health_care', 'sector_industrials',
    'sector_information_technology', 'sector_materials', 'sector_real_estate', 'sector_utilities');
