using Pod.Hosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A private PostgreSQL as a process of this machine, for development where no container engine answers.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="workingDirectory">Where the tool is started, so that it finds the repository's tool manifest.</param>
/// <param name="password">The password of its connections.</param>
public sealed class EmbeddedPostgresResource(string name, string workingDirectory, ParameterResource password)
    : ExecutableResource(name, PodTool.Program, workingDirectory)
{
    internal const string EndpointName = "tcp";
    internal const string PasswordVariable = "POD_POSTGRES_PASSWORD";

    /// <summary>The password of its connections, kept in the AppHost's user secrets.</summary>
    public ParameterResource PasswordParameter { get; } = password;

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint => field ??= new EndpointReference(this, EndpointName);

    /// <summary>The project file of the first server that uses it, in whose folder the data is: the same as without AppHost.</summary>
    internal string? ServerProject { get; set; }

    internal string[] Arguments(int port) =>
        ["database", "start", "--port", $"{port}", .. ServerProject is { } project ? (string[])["--project", project] : []];
}
