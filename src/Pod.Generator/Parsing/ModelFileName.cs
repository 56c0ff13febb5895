namespace Pod.Generator.Parsing;

/// <summary>Tells model files from other files by their names.</summary>
public static class ModelFileName
{
    private static readonly string[] PodEndings = [".pod.yaml", ".pod.yml"];
    private static readonly string[] ServerpodEndings = [".spy.yaml", ".spy.yml", ".spy"];
    private static readonly string[] PlainEndings = [".yaml", ".yml"];
    private static readonly string[] ModelFolders = ["models", "protocol"];
    private static readonly string[] IgnoredFolders = ["bin", "obj", "generated"];

    /// <summary>Tells whether a file declares a model.</summary>
    /// <param name="relativePath">The path below the server project, with forward slashes.</param>
    public static bool IsModel(string relativePath)
    {
        var parts = relativePath.Split('/');
        var folders = parts[..^1];
        if (folders.Any(static folder => folder.StartsWith('.') || IgnoredFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        return EndsWithAny(relativePath, PodEndings)
            || IsServerpodDialect(relativePath)
            || (EndsWithAny(relativePath, PlainEndings) && folders.Any(static folder => ModelFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Tells whether a model file is written in Serverpod's dialect.</summary>
    /// <param name="path">The path.</param>
    public static bool IsServerpodDialect(string path) => EndsWithAny(path, ServerpodEndings);

    /// <summary>Gives the name without folder and model ending: <c>models/chat/channel.pod.yaml</c> → <c>channel</c>.</summary>
    /// <param name="path">The path.</param>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = PodEndings.Concat(ServerpodEndings).Concat(PlainEndings).FirstOrDefault(name.EndsWith);
        return ending is null ? name : name[..^ending.Length];
    }

    private static bool EndsWithAny(string path, string[] endings) => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
