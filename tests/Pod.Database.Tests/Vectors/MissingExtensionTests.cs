using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Vectors;

/// <summary>On a server without pgvector.</summary>
[Collection(DatabaseTests.Name)]
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class MissingExtensionTests(PostgresServer server) : IAsyncLifetime
#pragma warning restore CA1001
{
    private ChatDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = new ChatDatabase(server);
        await _database.InitializeAsync();
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_missing_type_names_the_extension_and_how_to_install_it()
    {
        await _database.ExecuteAsync("""
            CREATE TABLE "embedding" (
                "id" bigint, "dense" text, "half" text, "sparse" text, "bits" text, "maybeDense" text, "maybeHalf" text, "maybeSparse" text,
                "maybeBits" text, "pair" text, "anything" text, "money" text)
            """);

        var failure = await Assert.ThrowsAsync<ExtensionNotFoundException>(
            () => Embedding.Db.InsertRowAsync(_database.Session, EmbeddingTests.Row(1, 2, 3)));

        Assert.Equal(("vector", SqlStates.UndefinedObject), (failure.Extension, failure.SqlState));
        Assert.Contains("CREATE EXTENSION vector", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_the_extension_is_told_apart_from_a_database_without_it()
    {
        var failure = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _database.ExecuteAsync("CREATE EXTENSION vector"));

        Assert.Equal("vector", Assert.IsType<ExtensionNotFoundException>(Errors.ErrorTranslation.Translate(failure, isOpening: false)).Extension);
    }

    [Fact]
    public async Task A_missing_operator_is_the_missing_extension_too()
    {
        await _database.ExecuteAsync("""CREATE TABLE "embedding" ("id" bigint, "bits" bit(8))""");

        await Assert.ThrowsAsync<ExtensionNotFoundException>(
            () => Embedding.Db.CountAsync(_database.Session, where: t => t.Bits.DistanceHamming(new Bit("10101010")) < 3));
    }
}
