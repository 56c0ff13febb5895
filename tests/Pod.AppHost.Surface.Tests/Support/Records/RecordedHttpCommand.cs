using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>A command of the dashboard that asks the resource over HTTP.</summary>
public sealed record RecordedHttpCommand(string Name, string DisplayName, string Path, HttpCommandOptions Options) : IResourceAnnotation;
