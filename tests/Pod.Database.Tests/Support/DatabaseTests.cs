namespace Pod.Database.Tests.Support;

[CollectionDefinition(Name)]
public sealed class DatabaseTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "database";
}
