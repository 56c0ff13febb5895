namespace Pod.Database.Tests.Vectors;

[CollectionDefinition(Name)]
public sealed class VectorTests : ICollectionFixture<PgVectorServer>
{
    public const string Name = "vectors";
}
