namespace Pod.Database.Tests.Support;

// Alone: some of these tests listen to everything that the process measures.
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DatabaseTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "database";
}
