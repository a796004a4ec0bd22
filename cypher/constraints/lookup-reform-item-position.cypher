// Pages of reform items are read in the order of their position.
//
// @mode schema
CREATE INDEX reform_item_position IF NOT EXISTS FOR (n:ReformItem) ON (n.position)
