using System.Text.Json;

namespace Pod.Protocol;

/// <summary>A generated class or exception that can be read as itself.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IPodModel<TSelf> : IPodModel
    where TSelf : IPodModel<TSelf>
{
    /// <summary>The declared type's name on the wire, with its module's prefix.</summary>
    static abstract string TypeWireName { get; }

    /// <summary>
    /// Reads a model that comes from <paramref name="audience"/>: what clients send for hidden members is skipped.
    /// The reader stands on the object's first token, and on its last one afterwards.
    /// </summary>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader, JsonAudience audience);
}
