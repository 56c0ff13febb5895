using Npgsql;
using NpgsqlTypes;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;
using Pod.Schema;

namespace Pod.Database.Tests.Vectors;

/// <summary>pgvector's indexes serve the statements that Pod writes.</summary>
[Collection(VectorTests.Name)]
public sealed class VectorIndexTests(PgVectorServer server)
{
    [Theory]
    [InlineData("dense", "hnsw", "vector_l2_ops", "<->")]
    [InlineData("dense", "hnsw", "vector_ip_ops", "<#>")]
    [InlineData("dense", "hnsw", "vector_cosine_ops", "<=>")]
    [InlineData("dense", "hnsw", "vector_l1_ops", "<+>")]
    [InlineData("dense", "ivfflat", "vector_l2_ops", "<->")]
    [InlineData("dense", "ivfflat", "vector_ip_ops", "<#>")]
    [InlineData("dense", "ivfflat", "vector_cosine_ops", "<=>")]
    [InlineData("half", "hnsw", "halfvec_l2_ops", "<->")]
    [InlineData("half", "hnsw", "halfvec_ip_ops", "<#>")]
    [InlineData("half", "hnsw", "halfvec_cosine_ops", "<=>")]
    [InlineData("half", "hnsw", "halfvec_l1_ops", "<+>")]
    [InlineData("half", "ivfflat", "halfvec_cosine_ops", "<=>")]
    [InlineData("sparse", "hnsw", "sparsevec_l2_ops", "<->")]
    [InlineData("sparse", "hnsw", "sparsevec_l1_ops", "<+>")]
    [InlineData("bits", "hnsw", "bit_hamming_ops", "<~>")]
    [InlineData("bits", "hnsw", "bit_jaccard_ops", "<%>")]
    [InlineData("bits", "ivfflat", "bit_hamming_ops", "<~>")]
    public async Task An_index_serves_the_order_by_a_distance(string column, string method, string operators, string operation)
    {
        var parameters = method == "hnsw" ? "m = 8, ef_construction = 32" : "lists = 1";
        await server.ExecuteAsync($"""CREATE INDEX "embedding_idx" ON "embedding" USING {method} ("{column}" {operators}) WITH ({parameters})""");
        try
        {
            var (value, cast) = Parameter(column);
            var plan = await server.ExecuteAsync(
                $"""SET enable_seqscan = off; EXPLAIN SELECT t0."id" FROM "embedding" AS t0 ORDER BY (t0."{column}" {operation} {value}{cast}) LIMIT 5""");
            Assert.Contains("embedding_idx", plan, StringComparison.Ordinal);
        }
        finally
        {
            await server.ExecuteAsync("""RESET enable_seqscan; DROP INDEX "embedding_idx" """);
        }
    }

    [Fact]
    public async Task The_cast_of_a_parameter_does_not_keep_an_index_from_being_used()
    {
        await server.ExecuteAsync("""CREATE INDEX "embedding_idx" ON "embedding" USING hnsw ("dense" vector_cosine_ops)""");
        await server.ExecuteAsync("SET enable_seqscan = off");
        try
        {
            var plan = await server.ExecuteAsync(
                """EXPLAIN SELECT t0."dense"::real[] FROM "embedding" AS t0 ORDER BY (t0."dense" <=> $1::vector) LIMIT 5""",
                new NpgsqlParameter<float[]> { TypedValue = [1, 2, 3], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real });
            Assert.Contains("embedding_idx", plan, StringComparison.Ordinal);
        }
        finally
        {
            await server.ExecuteAsync("""RESET enable_seqscan; DROP INDEX "embedding_idx" """);
        }
    }

    [Fact]
    public async Task An_order_that_no_index_serves_is_told_once_in_development()
    {
        using var logs = new DevelopmentLog();
        var index = new IndexSchema("embedding_idx", "hnsw", ["dense"], Unique: false, Primary: false) { OperatorClass = "vector_cosine_ops" };
        var table = new TableSchema("embedding", "Embedding", "test", [], [], [index], []);
        var session = server.With(new PodDatabaseOptions
        {
            DevelopmentWarnings = true,
            LoggerFactory = logs,
            Schema = DatabaseSchema.Empty("test") with { Tables = [table] },
        });
        var dense = new Vector(1, 2, 3);

        await Embedding.Db.FindAsync(session, orderBy: t => t.Dense.DistanceCosine(dense), limit: 1);
        await Embedding.Db.FindAsync(session, where: t => t.Dense.DistanceL2(dense) < 1, limit: 1);
        Assert.Empty(logs.Messages);
        for (var i = 0; i < 2; i++)
        {
            await Embedding.Db.FindAsync(session, orderBy: t => t.Dense.DistanceL2(dense), limit: 1);
        }

        Assert.Contains("'embedding.dense' (<->)", Assert.Single(logs.Messages), StringComparison.Ordinal);
    }

    private static (string Value, string Cast) Parameter(string column) => column switch
    {
        "dense" => ("'{1,2,3}'::real[]", "::vector"),
        "half" => ("'{1,2,3}'::real[]", "::halfvec"),
        "sparse" => ("'{1:1,3:2}/5'::text", "::sparsevec"),
        _ => ("B'10101010'", ""),
    };
}
