using System.Text.Json;
using Pod.Protocol;

namespace ChatApp.Model;

public record Message : IPodModel<Message>
{
    public Message()
    {
    }

    protected Message(Message original)
    {
        using var copy = ModelCopy.Begin(original, this);
        Id = original.Id;
        Author = original.Author;
        Text = original.Text;
        EditedAt = original.EditedAt;
    }

    static string IPodModel<Message>.TypeWireName => "Message";

    public long Id { get; set; }

    public required string Author { get; set; }

    public required string Text { get; set; }

    public DateTime? EditedAt { get; set; }

    string IPodModel.WireName => "Message";

    public static Message ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        long? id = null;
        string? author = null;
        string? text = null;
        DateTime? editedAt = null;
        PodJson.BeginObject(ref reader, "Message");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = PodJson.Int64.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("author"u8))
            {
                reader.Read();
                author = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("editedAt"u8))
            {
                reader.Read();
                editedAt = PodJson.DateTime.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new Message
        {
            Id = id ?? 0,
            Author = author ?? throw PodJson.Missing(ref reader, "Message", "author"),
            Text = text ?? throw PodJson.Missing(ref reader, "Message", "text"),
            EditedAt = editedAt,
        };
    }

    IPodModel IPodModel.DeepCopy() => this with { };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        if (Id != 0)
        {
            writer.WriteNumber("id"u8, Id);
        }

        writer.WriteString("author"u8, Author);
        writer.WriteString("text"u8, Text);
        if (EditedAt is { } editedAt)
        {
            writer.WritePropertyName("editedAt"u8);
            PodJson.DateTime.Write(writer, editedAt, audience);
        }
    }
}
