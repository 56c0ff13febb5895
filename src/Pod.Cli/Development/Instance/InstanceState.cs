namespace Pod.Cli.Development.Instance;

/// <summary>What the file <c>start.json</c> says about an instance.</summary>
/// <param name="ProcessId">The process of <c>dotnet pod start</c>.</param>
/// <param name="Socket">Where it takes commands.</param>
/// <param name="Address">Where the server listens, once it does.</param>
/// <param name="Children">The processes that it has started and not seen end.</param>
internal sealed record InstanceState(int ProcessId, string Socket, string? Address, IReadOnlyList<ChildIdentity> Children);
