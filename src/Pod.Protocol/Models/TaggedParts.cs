using System.Text.Json;

namespace Pod.Protocol;

/// <summary>The two members of a tagged value.</summary>
internal readonly ref struct TaggedParts(string className, Utf8JsonReader data)
{
    private readonly Utf8JsonReader _data = data;

    public void Deconstruct(out string name, out Utf8JsonReader dataReader) 
    {
        name = className;
        dataReader = _data;
    }
}
