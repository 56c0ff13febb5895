namespace Pod.Templates.Tests.Support;

/// <summary>A service of a compose file.</summary>
/// <param name="content">What the file says of it.</param>
public sealed class ComposeService(Dictionary<object, object> content)
{
    public IEnumerable<string> Keys => ComposeFile.Keys(content);

    /// <summary>Gets whether the image is made of the application's own Dockerfile.</summary>
    public bool IsBuilt => content.ContainsKey("build");

    /// <summary>Gets whether something tells if the service is well; the Dockerfile does for what is made of it.</summary>
    public bool HasHealthCheck => ComposeFile.Map(content, "healthcheck") is var own && (own.ContainsKey("test") || (IsBuilt && !own.ContainsKey("disable")));

    public IReadOnlyList<string> Ports => List("ports");

    public IReadOnlyList<string> Profiles => List("profiles");

    public IReadOnlyList<string> Command => List("command");

    /// <summary>Gets the services that this one waits for, each with what it waits for.</summary>
    public IReadOnlyDictionary<string, string> DependsOn => ComposeFile.Map(content, "depends_on").ToDictionary(
        static service => (string)service.Key, static service => (string)((Dictionary<object, object>)service.Value)["condition"], StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Environment => ComposeFile.Map(content, "environment").ToDictionary(
        static variable => (string)variable.Key, static variable => (string)variable.Value, StringComparer.Ordinal);

    /// <summary>Gets the named volumes that are mounted.</summary>
    public IEnumerable<string> Volumes => List("volumes").Select(static volume => volume.Split(':')[0]);

    public string? Value(string key) => content.GetValueOrDefault(key) as string;

    private List<string> List(string key) => content.GetValueOrDefault(key) is List<object> items ? [.. items.Cast<string>()] : [];
}
