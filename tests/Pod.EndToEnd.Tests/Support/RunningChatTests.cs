namespace Pod.EndToEnd.Tests.Support;

[CollectionDefinition(Name)]
public sealed class RunningChatTests : ICollectionFixture<RunningChat>
{
    public const string Name = "running chat";
}
