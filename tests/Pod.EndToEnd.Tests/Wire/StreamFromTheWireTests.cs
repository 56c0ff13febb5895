using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Wire;

/// <summary>The streams of the server that the build made.</summary>
[Collection(RunningChatTests.Name)]
public sealed class StreamFromTheWireTests(RunningChat chat) : StreamFromTheWireScenarios(chat);
