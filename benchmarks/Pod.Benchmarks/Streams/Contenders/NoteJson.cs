using System.Buffers;
using System.Text.Json;

namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>Notes as JSON, by hand, with everything re-used that can be.</summary>
internal sealed class NoteJson : IDisposable
{
    private readonly Utf8JsonWriter _json;

    public NoteJson() => _json = new Utf8JsonWriter(Buffer, new JsonWriterOptions { SkipValidation = true });

    public ArrayBufferWriter<byte> Buffer { get; } = new();

    public static Note Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var note = new Note { Number = 0, Text = "" };
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("number"u8))
            {
                json.Read();
                note.Number = json.GetInt32();
            }
            else if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("text"u8))
            {
                json.Read();
                note.Text = json.GetString()!;
            }
        }

        return note;
    }

    public ReadOnlyMemory<byte> Write(Note note)
    {
        Buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("number"u8, note.Number);
        _json.WriteString("text"u8, note.Text);
        _json.WriteEndObject();
        _json.Flush();
        return Buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
