using System.Text;
using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Finds the path of a byte position by scanning a document from its beginning.</summary>
internal static class JsonPath
{
    // A path is for people; the names in it come from the sender.
    private const int LongestName = 64;

    public static string At(ReadOnlySpan<byte> document, long position, string root)
    {
        var reader = new Utf8JsonReader(document, PodJson.ReaderOptions);
        var levels = new List<Level>();
        try
        {
            while (reader.Read())
            {
                var reached = reader.TokenStartIndex >= position;
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    levels.RemoveAt(levels.Count - 1);
                    if (reached)
                    {
                        break;
                    }

                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    levels[^1] = new Level(NameOf(ref reader), 0);
                }
                else if (levels.Count > 0 && levels[^1].Name is null)
                {
                    levels[^1] = new Level(null, levels[^1].Index + 1);
                }

                if (reached)
                {
                    break;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    levels.Add(reader.TokenType == JsonTokenType.StartArray ? new Level(null, -1) : new Level("", 0));
                }
            }
        }
        catch (JsonException)
        {
            // The document ends or breaks here: the path so far is the answer.
        }

        return levels.Aggregate(root, static (path, level) => level.Name switch
        {
            null => level.Index < 0 ? path : $"{path}[{level.Index}]",
            "" => path,
            _ => Append(path, level.Name),
        });
    }

    public static string Append(string path, string name)
    {
        if (name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '$'))
        {
            return $"{path}.{name}";
        }

        var text = new StringBuilder(path).Append("['");
        foreach (var c in name)
        {
            text.Append(char.IsControl(c) || c == '\'' ? '?' : c);
        }

        return text.Append("']").ToString();
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        // Encoding.UTF8 replaces what is no UTF-8, so that a bad name cannot hide the first failure behind a second one.
        var name = Encoding.UTF8.GetString(reader.ValueSpan);
        return name.Length switch
        {
            0 => " ",
            > LongestName => name[..LongestName] + "…",
            _ => name,
        };
    }

    private readonly record struct Level(string? Name, int Index);
}
