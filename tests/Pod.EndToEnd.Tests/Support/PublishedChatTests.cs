namespace Pod.EndToEnd.Tests.Support;

[CollectionDefinition(Name)]
public sealed class PublishedChatTests : ICollectionFixture<PublishedChat>
{
    public const string Name = "published chat";
}
