using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>A command of the dashboard.</summary>
public sealed record RecordedCommand(
    string Name, string DisplayName, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> RunAsync, CommandOptions Options) : IResourceAnnotation;
