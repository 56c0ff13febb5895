using System.Text.Json;

namespace Pod.Generator.Contracts.Reading;

/// <summary>A parameter of a contract.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The type of the argument, of the items of a stream.</param>
/// <param name="IsStream">Whether the argument is a stream.</param>
/// <param name="Default">What an argument that is left out means; null when it cannot be.</param>
public sealed record ContractParameter(string Name, string Type, bool IsStream, JsonElement? Default)
{
    /// <summary>Gets whether the argument can be null.</summary>
    public bool AcceptsNull => ContractTypeText.AcceptsNull(Type);

    /// <summary>Gets whether callers may leave the argument out.</summary>
    public bool IsOptional => !IsStream && (Default is not null || AcceptsNull);

    /// <summary>Gets the documentation.</summary>
    public string? Documentation { get; init; }
}
