using System.Text.Json;

namespace Pod.Protocol;

/// <summary>What every generated class and exception offers to Pod. Applications use the model's own members.</summary>
public interface IPodModel
{
    /// <summary>The model's name on the wire, with its module's prefix.</summary>
    string WireName { get; }

    /// <summary>Writes the members, without the braces and without <c>__className__</c>.</summary>
    void WriteMembers(Utf8JsonWriter writer, JsonAudience audience);

    /// <summary>Copies the model with everything in it.</summary>
    IPodModel DeepCopy();
}
