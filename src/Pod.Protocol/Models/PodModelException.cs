using System.Text;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Root of the exceptions that are declared as models: thrown on the server, caught by their own type on the client.</summary>
public abstract class PodModelException : Exception, IPodModel
{
    /// <summary>The model's text field <c>message</c> where it has one, otherwise the model's name followed by its fields.</summary>
    public override string Message => ReadMembers(out var message) is var description && message is not null ? message : description;

    // Generated exceptions implement these anew. Explicit members cannot clash with the names of declared fields.
    string IPodModel.WireName => GetType().Name;

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
    }

    IPodModel IPodModel.DeepCopy() => this;

    /// <summary>The model's name and fields, followed by inner exception and stack trace.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(ReadMembers(out _));
        if (InnerException is { } inner)
        {
            text.Append(" ---> ").Append(inner);
        }

        return StackTrace is { } trace ? text.AppendLine().Append(trace).ToString() : text.ToString();
    }

    private string ReadMembers(out string? message)
    {
        message = null;
        var model = (IPodModel)this;
        var text = new StringBuilder(model.WireName).Append('(');
        using var buffer = PodJsonBuffer.Rent();
        try
        {
            buffer.Writer.WriteStartObject();
            model.WriteMembers(buffer.Writer, JsonAudience.Visible);
            buffer.Writer.WriteEndObject();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Loggers ask for the text of an exception; a field that cannot be written must not replace the exception itself.
            return model.WireName;
        }

        var reader = new Utf8JsonReader(buffer.WrittenMemory.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "message" && reader.TokenType == JsonTokenType.String)
            {
                message = reader.GetString();
            }

            text.Append(text[^1] == '(' ? "" : ", ").Append(name).Append(": ");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            text.Append(Encoding.UTF8.GetString(buffer.WrittenMemory.Span[start..(int)reader.BytesConsumed]));
        }

        return text.Append(')').ToString();
    }
}
