using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Wire;

/// <summary>The calls of the server that the build made.</summary>
[Collection(RunningChatTests.Name)]
public sealed class FromTheWireTests(RunningChat chat) : FromTheWireScenarios(chat);
