using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>An environment variable: a text, or the resource whose value it gets.</summary>
public sealed record RecordedVariable(string Name, object? Value) : IResourceAnnotation;
