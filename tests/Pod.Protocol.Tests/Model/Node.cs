using System.Text.Json;

namespace Pod.Protocol.Tests.Model;

/// <summary>Hand-written in the shape of generated code: refers to itself, so it can form circles.</summary>
public record Node : IPodModel<Node>
{
    private static readonly JsonCodec<List<Node>> ChildrenJson = PodJson.List(PodJson.Model<Node>());
    private static readonly JsonCodec<List<string?>> TagsJson = PodJson.List(PodJson.OrNull(PodJson.String));

    public Node()
    {
    }

    protected Node(Node original)
    {
        using var copy = ModelCopy.Begin(original, this);
        Name = original.Name;
        Secret = original.Secret;
        Tags = ModelCopy.List(original.Tags);
        Parent = ModelCopy.Model(original.Parent);
        Children = ModelCopy.List(original.Children, ModelCopy.Model);
    }

    static string IPodModel<Node>.TypeWireName => "Node";

    public string Name { get; set; } = "";

    public string? Secret { get; set; }

    public List<string?>? Tags { get; set; }

    public Node? Parent { get; set; }

    public List<Node>? Children { get; set; }

    string IPodModel.WireName => WireName;

    protected virtual string WireName => "Node";

    public static Node ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (PodJson.PeekClassName(ref reader) == "Leaf")
        {
            return Leaf.ReadJson(ref reader, audience);
        }

        string? name = null;
        string? secret = null;
        List<string?>? tags = null;
        List<Node>? children = null;
        PodJson.BeginObject(ref reader, "Node");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (audience == JsonAudience.Everything && reader.ValueTextEquals("secret"u8))
            {
                reader.Read();
                secret = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("tags"u8))
            {
                reader.Read();
                tags = TagsJson.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("children"u8))
            {
                reader.Read();
                children = ChildrenJson.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new Node { Name = name ?? throw PodJson.Missing(ref reader, "Node", "name"), Secret = secret, Tags = tags, Children = children };
    }

    IPodModel IPodModel.DeepCopy() => this with { };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience) => WriteMembers(writer, audience);

    protected virtual void WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        writer.WriteString("name"u8, Name);
        if (audience == JsonAudience.Everything && Secret is { } secret)
        {
            writer.WriteString("secret"u8, secret);
        }

        if (Tags is { } tags)
        {
            writer.WritePropertyName("tags"u8);
            TagsJson.Write(writer, tags, audience);
        }

        if (Children is { } children)
        {
            writer.WritePropertyName("children"u8);
            ChildrenJson.Write(writer, children, audience);
        }
    }
}
