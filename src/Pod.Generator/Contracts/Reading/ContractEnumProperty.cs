using System.Text.Json;

namespace Pod.Generator.Contracts.Reading;

/// <summary>What each value of an enum knows.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Values">What it is, in the order of the enum's values.</param>
public sealed record ContractEnumProperty(string Name, string Type, IReadOnlyList<JsonElement> Values);
