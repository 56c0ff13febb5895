using Pod.Client.Streams;

namespace Pod.Client;

/// <summary>What a call sends.</summary>
/// <param name="Json">The object of the ordinary arguments.</param>
/// <param name="Inputs">The input streams.</param>
internal sealed record EncodedArguments(byte[] Json, IReadOnlyList<ClientInput> Inputs);
