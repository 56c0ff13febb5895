using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>The container's data outlives it.</summary>
public sealed record RecordedVolume : IResourceAnnotation;
