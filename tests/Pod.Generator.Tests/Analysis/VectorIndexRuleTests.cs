using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Analysis;

public sealed class VectorIndexRuleTests
{
    [Theory]
    [InlineData("row_idx: {fields: 'dense, ⟦POD1310⟧name'}")]
    [InlineData("row_idx: {fields: 'name, ⟦POD1310⟧dense', type: hnsw}")]
    [InlineData("row_idx: {fields: 'dense, ⟦POD1310⟧half'}")]
    [InlineData("row_idx: {fields: sparse, type: ⟦POD1311⟧ivfflat}")]
    [InlineData("row_idx: {fields: sparse, type: ⟦POD1311⟧btree}")]
    [InlineData("row_idx: {fields: dense, type: ⟦POD1309⟧gist}")]
    [InlineData("row_idx: {fields: ⟦POD1309⟧dense, unique: true}")]
    [InlineData("row_idx: {fields: ⟦POD1309⟧huge}")]
    [InlineData("row_idx: {fields: hugeHalf, type: ⟦POD1309⟧ivfflat}")]
    [InlineData("row_idx: {fields: dense, type: ⟦POD1313⟧hnsw, unique: true}")]
    [InlineData("row_idx: {fields: dense, distanceFunction: ⟦POD1317⟧hamming}")]
    [InlineData("row_idx: {fields: dense, distanceFunction: ⟦POD1317⟧euclid}")]
    [InlineData("row_idx: {fields: dense, type: ivfflat, distanceFunction: ⟦POD1317⟧l1}")]
    [InlineData("row_idx: {fields: half, type: ivfflat, distanceFunction: ⟦POD1317⟧l1}")]
    [InlineData("row_idx: {fields: bits, distanceFunction: ⟦POD1317⟧cosine}")]
    [InlineData("row_idx: {fields: bits, type: ivfflat, distanceFunction: ⟦POD1317⟧jaccard}")]
    [InlineData("row_idx: {fields: dense, parameters: ⟦POD1318⟧16}")]
    [InlineData("row_idx: {fields: dense, parameters: ⟦POD1318⟧[16]}")]
    [InlineData("row_idx: {fields: dense, parameters: {⟦POD1318⟧lists: 10}}")]
    [InlineData("row_idx: {fields: dense, type: ivfflat, parameters: {⟦POD1318⟧m: 10}}")]
    [InlineData("row_idx: {fields: dense, type: ivfflat, parameters: {lists: ⟦POD1318⟧0}}")]
    [InlineData("row_idx: {fields: dense, type: ivfflat, parameters: {lists: ⟦POD1318⟧many}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: ⟦POD1318⟧1}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: ⟦POD1318⟧101}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: ⟦POD1318⟧3.5}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: ⟦POD1318⟧[3]}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: ⟦POD1318⟧33}}")]
    [InlineData("row_idx: {fields: dense, parameters: {ef_construction: ⟦POD1318⟧31}}")]
    [InlineData("row_idx: {fields: dense, parameters: {m: 10, ef_construction: ⟦POD1318⟧19}}")]
    public void Vector_indexes_that_cannot_be(string index) => GeneratorRun.ExpectMarked(Model(index));

    [Theory]
    [InlineData("row_idx: {fields: dense}", "hnsw (\"dense\" vector_l2_ops) WITH (m = 16, ef_construction = 64)")]
    [InlineData("row_idx: {fields: dense, distanceFunction: Cosine}", "hnsw (\"dense\" vector_cosine_ops) WITH (m = 16, ef_construction = 64)")]
    [InlineData("row_idx: {fields: dense, distanceFunction: l1, parameters: {m: 8}}", "hnsw (\"dense\" vector_l1_ops) WITH (m = 8, ef_construction = 64)")]
    [InlineData("row_idx: {fields: dense, parameters: {ef_construction: 32}}", "hnsw (\"dense\" vector_l2_ops) WITH (m = 16, ef_construction = 32)")]
    [InlineData("row_idx: {fields: dense, type: ivfflat}", "ivfflat (\"dense\" vector_l2_ops)")]
    [InlineData("row_idx: {fields: half, type: ivfflat, parameters: {lists: 5}}", "ivfflat (\"half\" halfvec_l2_ops) WITH (lists = 5)")]
    [InlineData("row_idx: {fields: half, distanceFunction: innerProduct}", "hnsw (\"half\" halfvec_ip_ops) WITH (m = 16, ef_construction = 64)")]
    [InlineData("row_idx: {fields: sparse, distanceFunction: l1}", "hnsw (\"sparse\" sparsevec_l1_ops) WITH (m = 16, ef_construction = 64)")]
    [InlineData("row_idx: {fields: bits, distanceFunction: jaccard}", "hnsw (\"bits\" bit_jaccard_ops) WITH (m = 16, ef_construction = 64)")]
    [InlineData("row_idx: {fields: bits, type: ivfflat}", "ivfflat (\"bits\" bit_hamming_ops)")]
    [InlineData("row_idx: {fields: bits, type: btree, unique: true}", "btree (\"bits\")")]
    public void Vector_indexes_in_sql(string index, string sql)
    {
        var schema = Schema(Model(index));

        Assert.Contains($"INDEX \"row_idx\" ON \"row\" USING {sql};", PostgresMigrationWriter.WriteDefinition("1", schema), StringComparison.Ordinal);
        Assert.Equal(schema, SchemaJsonReader.Read(SchemaJsonWriter.Write(schema)));
    }

    [Fact]
    public void The_option_indexed_makes_a_vector_index()
    {
        var index = Schema("class: Row\ntable: row\nfields:\n  bits: Bit(8), indexed\n").Tables[0].Indexes[1];

        Assert.Equal(("hnsw", "bit_hamming_ops"), (index.Type, index.OperatorClass));
        Assert.Equal([new IndexParameter("m", 16), new IndexParameter("ef_construction", 64)], index.Parameters);
    }

    [Theory]
    [InlineData("distanceFunction: l2", true)]
    [InlineData("distanceFunction: cosine", false)]
    [InlineData("type: ivfflat", false)]
    [InlineData("parameters: {m: 8}", false)]
    [InlineData("parameters: {m: 16, ef_construction: 64}", true)]
    public void A_changed_distance_or_parameter_makes_the_index_anew(string option, bool isSame)
    {
        var plan = SchemaDiffer.Compare(Schema(Model("row_idx: {fields: dense}")), Schema(Model($"row_idx: {{fields: dense, {option}}}")));

        Assert.Equal(isSame ? [] : ["dropIndex", "createIndex"], plan.Operations.Select(static operation => operation.Name).Where(static name => name != "createExtension"));
    }

    [Theory]
    [InlineData("a: Bit(8)", false)]
    [InlineData("a: Bit(8), indexed", true)]
    [InlineData("a: Vector(8)?", true)]
    public void The_extension_is_made_when_something_needs_it(string field, bool isNeeded)
    {
        var sql = PostgresMigrationWriter.WriteDefinition("1", Schema($"class: Row\ntable: row\nfields:\n  {field}\n"));

        Assert.Equal(isNeeded ? 1 : 0, sql.Split("CREATE EXTENSION IF NOT EXISTS vector;").Length - 1);
    }

    [Fact]
    public void Gist_over_plain_values_needs_an_extension()
    {
        var before = "class: Row\ntable: row\nfields:\n  a: int\n  b: string\n";
        var after = before + "indexes:\n  a_idx: {fields: 'a, b', type: gist}\n  b_idx: {fields: b, type: gist}\n";

        var sql = PostgresMigrationWriter.WriteMigration("2", SchemaDiffer.Compare(Schema(before), Schema(after)).Operations);

        Assert.Single(sql.Split('\n'), "CREATE EXTENSION IF NOT EXISTS btree_gist;");
        Assert.DoesNotContain("btree_gist", PostgresMigrationWriter.WriteDefinition("1", Schema(before)), StringComparison.Ordinal);
    }

    private static string Model(string index) => $"""
        class: Row
        table: row
        fields:
          name: string
          dense: Vector(3)
          half: HalfVector(3)
          sparse: SparseVector(9)
          bits: Bit(8)
          huge: Vector(2001)
          hugeHalf: HalfVector(4001)
        indexes:
          {index}
        """;

    private static DatabaseSchema Schema(string models)
    {
        var result = GeneratorRun.Of(models);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result.Schema;
    }
}
