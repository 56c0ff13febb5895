namespace Pod.Schema.Tests;

public sealed class SchemaJsonTests
{
    private static readonly DatabaseSchema Sample = new(
        "shop",
        [
            new TableSchema(
                "order",
                "Order",
                "shop",
                [
                    new ColumnSchema("id", "id", "bigint", false, "serial", "long"),
                    new ColumnSchema("customerId", "customerId", "uuid", true, null, "Guid"),
                ],
                [
                    new ForeignKeySchema(
                        "order_customerId_fk", ["customerId"], "customer", ["id"], ReferentialAction.NoAction, ReferentialAction.SetNull, ConstraintTiming.InitiallyDeferred),
                ],
                [
                    new IndexSchema("order_pkey", "btree", ["id"], Unique: true, Primary: true),
                    new IndexSchema("order_customer", "btree", ["customerId"], Unique: true, Primary: false)
                    {
                        NullsDistinct = false, OperatorClass = "uuid_ops", Where = "\"id\" > 7",
                    },
                    new IndexSchema("order_search", IndexSchema.FullText, ["a", "b"], Unique: false, Primary: false) { Language = "english", Weights = ["A", "D"] },
                    new IndexSchema("order_near", "hnsw", ["a"], Unique: false, Primary: false)
                    {
                        OperatorClass = "vector_l2_ops", Parameters = [new IndexParameter("m", 16), new IndexParameter("ef_construction", 64)],
                    },
                ],
                [new CheckSchema("order_total_check", "\"total\" >= 0")]) { Managed = false, Schema = "sales" },
        ],
        [new EnumSchema("Status", ByIndex: true, ["open", "done"])]);

    [Fact]
    public void Everything_survives_the_way_through_json() => Assert.Equal(Sample, SchemaJsonReader.Read(SchemaJsonWriter.Write(Sample)));

    [Fact]
    public void The_text_is_stable_and_ends_in_a_line_feed()
    {
        var text = SchemaJsonWriter.Write(Sample);

        Assert.Equal(text, SchemaJsonWriter.Write(SchemaJsonReader.Read(text)));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Tables_are_written_by_name()
    {
        var schema = Sample with { Tables = [Sample.Tables[0], Sample.Tables[0] with { Name = "a" }] };

        Assert.Equal(["a", "order"], SchemaJsonReader.Read(SchemaJsonWriter.Write(schema)).Tables.Select(static table => table.Name));
    }

    [Fact]
    public void Unknown_members_are_ignored() =>
        Assert.Equal(Sample, SchemaJsonReader.Read(SchemaJsonWriter.Write(Sample).Replace("\"module\": \"shop\",", "\"module\": \"shop\", \"later\": [1],", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{}", "cannot be read")]
    [InlineData("""{ "format": 2 }""", "this tool reads up to 1")]
    [InlineData("""{ "format": 1, "module": "m", "tables": 3, "enums": [] }""", "cannot be read")]
    public void What_cannot_be_read_is_explained(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => SchemaJsonReader.Read(json)).Message, StringComparison.Ordinal);
}
