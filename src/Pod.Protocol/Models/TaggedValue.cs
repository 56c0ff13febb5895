using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>The form <c>{"className":…,"data":…}</c>, which says what a value is where the declared type alone does not.</summary>
internal static class TaggedValue
{
    // Returns a second reader on the data, because the name may stand behind it; the given reader moves to the end of the object.
    public static TaggedParts Open(ref Utf8JsonReader reader)
    {
        string? className = null;
        var data = reader;
        var hasData = false;
        PodJson.BeginObject(ref reader, "tagged value");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("className"u8))
            {
                reader.Read();
                className = JsonText.Read(ref reader, "className");
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = reader;
                hasData = true;
                reader.Skip();
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        if (className is null || !hasData)
        {
            throw PodJson.Missing(ref reader, "tagged value", className is null ? "className" : "data");
        }

        return new TaggedParts(className, data);
    }
}
