using System.Text;
using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Contracts;

/// <summary>Writes <c>pod/module.json</c>: what an application's generator has to know of a module besides its models, contract and migrations.</summary>
public static class ModuleManifestWriter
{
    /// <summary>The file, relative to the module's server project or package.</summary>
    public const string FileName = "pod/module.json";

    private const int Format = 1;

    internal static GeneratedFile Write(GenerationInput input)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJsonWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("module", input.Module);
            json.WriteString("nickname", input.Nickname ?? input.Module);
            json.WriteString("serverNamespace", input.ServerNamespace);
            json.WriteString("clientNamespace", input.ClientNamespace);
            json.WriteString("clientClass", input.ClientClass);
            json.WriteStartArray("models");
            foreach (var file in input.ModelFiles.OrderBy(static file => file.Path, StringComparer.Ordinal))
            {
                json.WriteStringValue(file.Path);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new GeneratedFile(GenerationTarget.Server, FileName, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }
}
