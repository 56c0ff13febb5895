using System.Text.Json;

namespace Pod.Generator.Contracts.Reading;

/// <summary>A field of a contract's class or exception.</summary>
/// <param name="Name">The name in code.</param>
/// <param name="JsonKey">The name on the wire.</param>
/// <param name="Type">The type.</param>
/// <param name="Default">What a missing field means; null when it has to be there.</param>
public sealed record ContractField(string Name, string JsonKey, string Type, JsonElement? Default)
{
    /// <summary>Gets whether the value can be null.</summary>
    public bool AcceptsNull => ContractTypeText.AcceptsNull(Type);

    /// <summary>Gets whether senders may leave the field out.</summary>
    public bool IsOptional => Default is not null || AcceptsNull;

    /// <summary>Gets the documentation.</summary>
    public string? Documentation { get; init; }
}
