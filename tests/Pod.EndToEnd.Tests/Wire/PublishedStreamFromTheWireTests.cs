using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Wire;

/// <summary>The streams of a server that was trimmed: what the trimmer took away by mistake would be missing here.</summary>
[Collection(PublishedChatTests.Name)]
public sealed class PublishedStreamFromTheWireTests(PublishedChat chat) : StreamFromTheWireScenarios(chat);
