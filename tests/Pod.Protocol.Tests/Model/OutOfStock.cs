using System.Text.Json;

namespace Pod.Protocol.Tests.Model;

public sealed class OutOfStock : PodModelException, IPodModel<OutOfStock>
{
    static string IPodModel<OutOfStock>.TypeWireName => "OutOfStock";

    public required string Article { get; set; }

    public int Left { get; set; }

    public string? Note { get; set; }

    string IPodModel.WireName => "OutOfStock";

    public static OutOfStock ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        string? article = null;
        int? left = null;
        PodJson.BeginObject(ref reader, "OutOfStock");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("article"u8))
            {
                reader.Read();
                article = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("left"u8))
            {
                reader.Read();
                left = PodJson.Int32.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new OutOfStock
        {
            Article = article ?? throw PodJson.Missing(ref reader, "OutOfStock", "article"),
            Left = left ?? throw PodJson.Missing(ref reader, "OutOfStock", "left"),
        };
    }

    IPodModel IPodModel.DeepCopy() => new OutOfStock { Article = Article, Left = Left, Note = Note };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        writer.WriteString("article"u8, Article);
        writer.WriteNumber("left"u8, Left);
        if (Note is not null)
        {
            writer.WriteString("message"u8, Note);
        }
    }
}
