// Only one node holds the version of the graph.
//
// @mode schema
CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE
