using Aspire.Hosting.ApplicationModel;

namespace Pod.AppHost.Surface.Tests.Support.Records;

/// <summary>The resource is not published.</summary>
public sealed record RecordedExclusion : IResourceAnnotation;
