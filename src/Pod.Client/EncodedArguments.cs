using Pod.Client.Streams;

namespace Pod.Client;

/// <summary>What a call sends.</summary>
/// <param name="Traits">What is known about the method.</param>
/// <param name="Json">The object of the ordinary arguments.</param>
/// <param name="Inputs">The input streams.</param>
internal sealed record EncodedArguments(CallTraits Traits, byte[] Json, IReadOnlyList<ClientInput> Inputs);
