-- What waits for what: an item begins no sooner than so many days after another one ends.
CREATE TABLE plan_dependencies (
    partnership TEXT NOT NULL,
    before_item TEXT NOT NULL,
    after_item TEXT NOT NULL,
    lag_days BIGINT NOT NULL,
    PRIMARY KEY (partnership, before_item, after_item)
);
CREATE INDEX plan_dependencies_by_after ON plan_dependencies (partnership, after_item, before_item);
